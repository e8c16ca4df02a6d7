package app.madang.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.runtime.Healthy;
import app.madang.runtime.event.OutboxPublisher;
import app.madang.runtime.telemetry.Served;
import app.madang.runtime.telemetry.Telemetry;
import com.google.cloud.functions.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthzTest {

  private int status;

  private int healthz(Healthy... parts) throws IOException {
    Telemetry telemetry = Telemetry.silent();
    Dispatcher dispatcher =
        new Dispatcher(
            null,
            null,
            null,
            null,
            null,
            null,
            new OutboxPublisher(null, null, null, telemetry),
            null,
            new Served(telemetry),
            List.of(parts),
            new RunningCalls());
    HttpResponse response =
        (HttpResponse)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpResponse.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("setStatusCode")) {
                    status = (int) arguments[0];
                  }
                  return method.getName().equals("getOutputStream")
                      ? new ByteArrayOutputStream()
                      : null;
                });
    dispatcher.dispatch(FakeRequest.of("GET", "/healthz", ""), response);
    return status;
  }

  @Test
  void a_function_is_as_well_as_its_parts() throws IOException {
    assertThat(healthz()).isEqualTo(200);
    assertThat(healthz(() -> true)).isEqualTo(200);
    assertThat(healthz(() -> true, () -> false)).isEqualTo(503);
  }
}
