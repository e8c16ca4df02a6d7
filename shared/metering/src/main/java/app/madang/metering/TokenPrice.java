package app.madang.metering;

import java.math.BigDecimal;

/**
 * What a model's tokens cost.
 *
 * @param currency of the prices, such as USD
 * @param input for a million input tokens
 * @param cachedInput for a million input tokens that the vendor had in its cache
 * @param cacheWrite for a million input tokens that the vendor put into its cache
 * @param output for a million output tokens
 */
public record TokenPrice(
    String currency,
    BigDecimal input,
    BigDecimal cachedInput,
    BigDecimal cacheWrite,
    BigDecimal output) {

  /** A model that costs nothing, such as one on the company's own machines. */
  public static final TokenPrice FREE =
      new TokenPrice("USD", BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /** Where putting tokens into the cache costs nothing more. */
  public TokenPrice(String currency, BigDecimal input, BigDecimal cachedInput, BigDecimal output) {
    this(currency, input, cachedInput, input, output);
  }
}
