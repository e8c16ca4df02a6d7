package app.madang.metering;

import java.math.BigDecimal;
import java.util.Optional;

/** Turns tokens into money of the company's currency. */
public interface Tariff {

  /**
   * The cost of one attempt: {@code ⌈((input − cached − written) · input price + cached · cached
   * price + written · write price + output · output price) · rate⌉} micros. Prices are for a
   * million tokens and micros are millionths, so the millions cancel; {@code rate} is the company's
   * currency for one unit of the price's currency, by the newest row of {@code
   * metering.exchange_rates} that is valid. Rounded up, once, at the end.
   *
   * @param inputTokens all of them
   * @param cachedInputTokens those of them that were cached
   * @param cacheWrittenTokens those of them that were put into the cache
   * @throws IllegalStateException when no rate of the currency is known
   */
  Money cost(
      TokenPrice price,
      long inputTokens,
      long cachedInputTokens,
      long cacheWrittenTokens,
      long outputTokens);

  /** The cost of an attempt that put nothing into the cache. */
  default Money cost(
      TokenPrice price, long inputTokens, long cachedInputTokens, long outputTokens) {
    return cost(price, inputTokens, cachedInputTokens, 0, outputTokens);
  }

  /**
   * The highest cost that a request may have: everything at the dearest of the input prices, and
   * the longest output.
   */
  default Money worstCase(TokenPrice price, long inputTokens, long maxOutputTokens) {
    BigDecimal dearest = price.input().max(price.cachedInput()).max(price.cacheWrite());
    return cost(
        new TokenPrice(price.currency(), dearest, dearest, dearest, price.output()),
        inputTokens,
        0,
        maxOutputTokens);
  }

  /** What a price's currency is worth now; empty when it is the company's own. */
  default Optional<ExchangeRate> rate(TokenPrice price) {
    return Optional.empty();
  }

  /** The company's currency, ISO 4217. */
  String currency();
}
