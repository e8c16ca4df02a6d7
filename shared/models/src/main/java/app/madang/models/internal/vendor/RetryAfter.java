package app.madang.models.internal.vendor;

import java.time.Duration;
import java.time.Instant;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/** The {@code Retry-After} header: seconds or a date (RFC 9110, 10.2.3). */
final class RetryAfter {

  private static final Duration LONGEST = Duration.ofHours(1);

  private RetryAfter() {}

  static @Nullable Duration of(ClassicHttpResponse response) {
    Header header = response.getFirstHeader("Retry-After");
    return header == null ? null : parse(header.getValue(), Instant.now());
  }

  /** Null when it says nothing that can be understood; never over an hour. */
  static @Nullable Duration parse(String value, Instant now) {
    Duration wait;
    try {
      wait = Duration.ofMillis(Math.round(Double.parseDouble(value.strip()) * 1000));
    } catch (NumberFormatException e) {
      Instant at = DateUtils.parseStandardDate(value.strip());
      if (at == null) {
        return null;
      }
      wait = Duration.between(now, at);
    }
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
