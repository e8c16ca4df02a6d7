package app.madang.metering;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a unit of a vendor's currency is worth.
 *
 * @param rate units of the company's currency
 * @param validFrom since when
 * @param source who says so
 */
public record ExchangeRate(BigDecimal rate, Instant validFrom, String source) {

  private static final String SHIPPED = "shipped;";

  /** Where a rate comes from. */
  public enum RateSource {
    /** It came with the program and stands for one that nobody has entered yet. */
    SHIPPED,
    /** An administrator entered it. */
    ADMINISTRATOR
  }

  /** Where it comes from. */
  public RateSource from() {
    return source.startsWith(SHIPPED) ? RateSource.SHIPPED : RateSource.ADMINISTRATOR;
  }
}
