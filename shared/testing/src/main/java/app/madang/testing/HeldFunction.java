package app.madang.testing;

import com.google.cloud.functions.HttpFunction;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** The invoker makes its function by class name; this hands it one that is made already. */
public final class HeldFunction implements HttpFunction {

  static final AtomicReference<HttpFunction> NEXT = new AtomicReference<>();

  private final HttpFunction function;

  /** Takes the function that is held ready. */
  public HeldFunction() {
    this.function = Objects.requireNonNull(NEXT.getAndSet(null), "no function is held ready");
  }

  @Override
  public void service(HttpRequest request, HttpResponse response) throws Exception {
    function.service(request, response);
  }
}
