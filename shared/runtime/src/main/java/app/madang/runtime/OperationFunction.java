package app.madang.runtime;

import app.madang.runtime.web.Dispatcher;
import com.google.cloud.functions.HttpFunction;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** The functions-framework side of a function: boots its Spring context and hands requests over. */
public abstract class OperationFunction implements HttpFunction {

  private final ConfigurableApplicationContext context;
  private final Dispatcher dispatcher;

  /**
   * Boots the function.
   *
   * @param application a class marked with {@link FunctionApplication}
   */
  protected OperationFunction(Class<?> application) {
    context = boot(application);
    dispatcher = context.getBean(Dispatcher.class);
  }

  /**
   * Boots a function's context; an application's {@code main} calls it too, because Spring's AOT
   * step starts there.
   */
  public static ConfigurableApplicationContext boot(Class<?> application) {
    SpringApplication spring = new SpringApplication(application);
    spring.setMainApplicationClass(application);
    spring.setWebApplicationType(WebApplicationType.NONE);
    spring.setBannerMode(Banner.Mode.OFF);
    spring.setLogStartupInfo(false);
    spring.setDefaultProperties(
        Map.of(
            "logging.structured.format.console",
            "app.madang.runtime.CloudLoggingFormat",
            "spring.jmx.enabled",
            "false"));
    return spring.run();
  }

  @Override
  public final void service(HttpRequest request, HttpResponse response) throws Exception {
    KeptConnections.shrink();
    dispatcher.dispatch(request, response);
  }

  /** The Spring context, for tests and shutdown. */
  protected final ConfigurableApplicationContext context() {
    return context;
  }
}
