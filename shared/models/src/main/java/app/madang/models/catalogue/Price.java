package app.madang.models.catalogue;

import app.madang.models.Tokens;
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
    String source) {

  /** Costs nothing: a model on the company's own machine. */
  public static Price free(LocalDate asOf) {
    return new Price(
        BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, "USD", null, null, null, asOf, "local");
  }

  /**
   * Millionths of the currency: {@code (input - cached) * p_in + cached * p_cached + output *
   * p_out}, for a price per million tokens is millionths per token; above the long limit each
   * summand times its factor.
   */
  public BigDecimal micros(Tokens tokens) {
    BigDecimal read =
        input
            .multiply(BigDecimal.valueOf(tokens.input() - tokens.cachedInput()))
            .add(cachedInput.multiply(BigDecimal.valueOf(tokens.cachedInput())));
    BigDecimal written = output.multiply(BigDecimal.valueOf(tokens.output()));
    if (longAbove != null && tokens.input() > longAbove) {
      read = longInput == null ? read : read.multiply(longInput);
      written = longOutput == null ? written : written.multiply(longOutput);
    }
    return read.add(written);
  }
}
