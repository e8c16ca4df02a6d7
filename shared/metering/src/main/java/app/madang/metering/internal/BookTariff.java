package app.madang.metering.internal;

import app.madang.metering.Money;
import app.madang.metering.Tariff;
import app.madang.metering.TokenPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;

/** Prices by the book's exchange rates. */
final class BookTariff implements Tariff {

  private final Books books;
  private final Clock clock;

  BookTariff(Books books, Clock clock) {
    this.books = books;
    this.clock = clock;
  }

  @Override
  public Money cost(TokenPrice price, long inputTokens, long cachedInputTokens, long outputTokens) {
    if (cachedInputTokens < 0 || cachedInputTokens > inputTokens || outputTokens < 0) {
      throw new IllegalArgumentException("impossible token counts");
    }
    BigDecimal foreign =
        times(price.input(), inputTokens - cachedInputTokens)
            .add(times(price.cachedInput(), cachedInputTokens))
            .add(times(price.output(), outputTokens));
    if (foreign.signum() == 0) {
      return Money.ZERO;
    }
    return new Money(
        foreign
            .multiply(books.current().rate(price.currency(), clock.instant()))
            .setScale(0, RoundingMode.CEILING)
            .longValueExact());
  }

  private static BigDecimal times(BigDecimal price, long tokens) {
    return price.multiply(BigDecimal.valueOf(tokens));
  }

  @Override
  public String currency() {
    return books.current().currency();
  }
}
