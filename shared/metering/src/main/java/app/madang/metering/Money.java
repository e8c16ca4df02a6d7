package app.madang.metering;

import java.math.BigDecimal;

/**
 * An amount in the company's currency.
 *
 * @param micros millionths of its unit
 */
public record Money(long micros) implements Comparable<Money> {

  /** Nothing. */
  public static final Money ZERO = new Money(0);

  private static final long MICROS = 1_000_000;

  /** Whole units, such as won. */
  public static Money of(long units) {
    return new Money(Math.multiplyExact(units, MICROS));
  }

  /** The sum. */
  public Money plus(Money other) {
    return new Money(Math.addExact(micros, other.micros));
  }

  /** The difference; may be negative. */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(micros, other.micros));
  }

  /** In units, for people. */
  public BigDecimal units() {
    return BigDecimal.valueOf(micros, 6);
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(micros, other.micros);
  }
}
