package app.madang.models.internal.vendor;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A vendor answered with another status than 200. Its words are read once and not passed on. */
final class WireFailure extends HttpException {

  private static final long serialVersionUID = 1L;

  private final transient String body;
  private final @Nullable Duration retryAfter;

  WireFailure(int status, String body, @Nullable Duration retryAfter) {
    super(status, "the vendor answered " + status);
    this.body = body;
    this.retryAfter = retryAfter;
  }

  String body() {
    return body;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
