package app.madang.models.catalogue;

import app.madang.metering.TokenPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a model costs, per million tokens.
 *
 * @param input fresh tokens read
 * @param cachedInput tokens read from the vendor's cache
 * @param output tokens written
 * @param currency ISO 4217
 * @param longAbove from how many tokens read on a call costs more; null when it never does
 * @param longInput how many times the input then costs
 * @param longOutput how many times the output then costs
 * @param asOf when it was looked up
 * @param source where
 * @param cacheWriteTimes how many times the input a token costs that the vendor puts into its
 *     cache; null when it is an input token like others
 */
public record Price(
    BigDecimal input,
    BigDecimal cachedInput,
    BigDecimal output,
    String currency,
    @Nullable Integer longAbove,
    @Nullable BigDecimal longInput,
    @Nullable BigDecimal longOutput,
    LocalDate asOf,
    String source,
    @Nullable BigDecimal cacheWriteTimes) {

  /** Where putting tokens into the cache costs nothing more. */
  public Price(
      BigDecimal input,
      BigDecimal cachedInput,
      BigDecimal output,
      String currency,
      @Nullable Integer longAbove,
      @Nullable BigDecimal longInput,
      @Nullable BigDecimal longOutput,
      LocalDate asOf,
      String source) {
    this(
        input, cachedInput, output, currency, longAbove, longInput, longOutput, asOf, source, null);
  }

  /** Costs nothing: a model on the company's own machine. */
  public static Price free(LocalDate asOf) {
    return new Price(
        BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, "USD", null, null, null, asOf, "local");
  }

  /** The price of a call that reads so many tokens. */
  public TokenPrice of(long inputTokens) {
    if (longAbove == null || inputTokens <= longAbove) {
      return new TokenPrice(currency, input, cachedInput, times(input, cacheWriteTimes), output);
    }
    return new TokenPrice(
        currency,
        times(input, longInput),
        times(cachedInput, longInput),
        times(times(input, longInput), cacheWriteTimes),
        times(output, longOutput));
  }

  private static BigDecimal times(BigDecimal price, @Nullable BigDecimal factor) {
    return factor == null ? price : price.multiply(factor);
  }
}
