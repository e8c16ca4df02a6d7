package app.madang.models.setup;

import java.time.Duration;

/**
 * Whether an answer may be given again.
 *
 * @param seconds for how long
 * @param epoch grows with each change: what was kept before is not found any more
 */
public record CacheRule(boolean enabled, int seconds, long epoch) {

  /** Unless an administrator wants otherwise, every question is asked anew. */
  public static final CacheRule OFF = new CacheRule(false, 3600, 0);

  /** For how long. */
  public Duration kept() {
    return Duration.ofSeconds(seconds);
  }
}
