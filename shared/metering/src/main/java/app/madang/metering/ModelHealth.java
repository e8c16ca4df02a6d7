package app.madang.metering;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a model did over one hour, day or month.
 *
 * @param from the beginning
 * @param errors attempts that failed or broke off
 * @param failovers attempts that it took over after another had failed
 * @param firstTokenP50 milliseconds, to 5 %; null when no token came
 * @param firstTokenP95 the same
 * @param tokensPerSecond of output, after the first token; null without
 */
public record ModelHealth(
    Instant from,
    String provider,
    String model,
    long attempts,
    long errors,
    long failovers,
    @Nullable Integer firstTokenP50,
    @Nullable Integer firstTokenP95,
    @Nullable Double tokensPerSecond,
    Money cost) {

  /** How long one row lasts; {@code ALL} is the whole time. */
  public enum Grain {
    HOUR,
    DAY,
    MONTH,
    ALL
  }
}
