package app.madang.metering.internal;

import app.madang.metering.ExchangeRate;
import app.madang.metering.Money;
import app.madang.metering.Tariff;
import app.madang.metering.TokenPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.Optional;

/** Prices by the book's exchange rates. */
final class BookTariff implements Tariff {

  private final Books books;
  private final Clock clock;

  BookTariff(Books books, Clock clock) {
    this.books = books;
    this.clock = clock;
  }

  @Override
  public Money cost(
      TokenPrice price,
      long inputTokens,
      long cachedInputTokens,
      long cacheWrittenTokens,
      long outputTokens) {
    long fresh = inputTokens - cachedInputTokens - cacheWrittenTokens;
    if (cachedInputTokens < 0 || cacheWrittenTokens < 0 || fresh < 0 || outputTokens < 0) {
      throw new IllegalArgumentException("impossible token counts");
    }
    BigDecimal foreign =
        times(price.input(), fresh)
            .add(times(price.cachedInput(), cachedInputTokens))
            .add(times(price.cacheWrite(), cacheWrittenTokens))
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

  @Override
  public Optional<ExchangeRate> rate(TokenPrice price) {
    Book book = books.current();
    return price.currency().equals(book.currency())
        ? Optional.empty()
        : Optional.of(book.valid(price.currency(), clock.instant()));
  }

  private static BigDecimal times(BigDecimal price, long tokens) {
    return price.multiply(BigDecimal.valueOf(tokens));
  }

  @Override
  public String currency() {
    return books.current().currency();
  }
}
