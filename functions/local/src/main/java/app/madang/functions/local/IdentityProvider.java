package app.madang.functions.local;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Spring Authorization Server with this platform's people; stands for the company's own provider.
 */
final class IdentityProvider implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  IdentityProvider(StackPorts ports, PeopleTokens tokens, Path site) {
    context =
        new SpringApplicationBuilder(Application.class)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .registerShutdownHook(false)
            .initializers(
                beans -> {
                  beans.getBeanFactory().registerSingleton("stackPorts", ports);
                  beans.getBeanFactory().registerSingleton("peopleTokens", tokens);
                  beans
                      .getBeanFactory()
                      .registerSingleton("siteType", new SiteType(site.resolve("assets")));
                })
            .properties(
                Map.of(
                    "server.address", "127.0.0.1",
                    "server.port", ports.issuer(),
                    // cookies know no ports: two stacks must not sign each other's people out
                    "server.servlet.session.cookie.name", "MADANG_SIGN_IN_" + ports.issuer(),
                    "server.servlet.session.timeout", "8h",
                    "logging.level.root", "WARN",
                    "spring.threads.virtual.enabled", "true",
                    "spring.main.keep-alive", "false"))
            .run();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({IdentityConfiguration.class, SignInPage.class})
  static class Application {}

  @Override
  public void close() {
    context.close();
  }
}
