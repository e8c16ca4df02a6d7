package app.madang.metering;

import java.math.BigDecimal;

/** Turns tokens into money of the company's currency. */
public interface Tariff {

  /**
   * The cost of one attempt: {@code ⌈((input − cached) · input price + cached · cached price +
   * output · output price) · rate⌉} micros. Prices are for a million tokens and micros are
   * millionths, so the millions cancel; {@code rate} is the company's currency for one unit of the
   * price's currency, by the newest row of {@code metering.exchange_rates} that is valid. Rounded
   * up, once, at the end.
   *
   * @param inputTokens all of them
   * @param cachedInputTokens those of them that were cached
   * @throws IllegalStateException when no rate of the currency is known
   */
  Money cost(TokenPrice price, long inputTokens, long cachedInputTokens, long outputTokens);

  /** The highest cost that a request may have: nothing cached and the longest output. */
  default Money worstCase(TokenPrice price, long inputTokens, long maxOutputTokens) {
    BigDecimal dearest = price.input().max(price.cachedInput());
    return cost(
        new TokenPrice(price.currency(), dearest, dearest, price.output()),
        inputTokens,
        0,
        maxOutputTokens);
  }

  /** The company's currency, ISO 4217. */
  String currency();
}
