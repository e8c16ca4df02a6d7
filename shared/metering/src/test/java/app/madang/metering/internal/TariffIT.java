package app.madang.metering.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.metering.Money;
import app.madang.metering.Tariff;
import app.madang.metering.TokenPrice;
import app.madang.metering.internal.Stand.Instance;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TariffIT {

  private static final Instant JUNE = Instant.parse("2026-06-15T00:00:00Z");

  @BeforeAll
  static void rates() {
    Stand.REPORTING
        .sql(
            """
            INSERT INTO metering.exchange_rates VALUES
              ('EUR', '2026-01-01', 1700.5, 't'), ('EUR', '2026-06-01', 1600, 't'), ('EUR', '2026-07-01', 9, 't')
            """)
        .update();
  }

  @AfterAll
  static void clean() {
    Stand.REPORTING.sql("DELETE FROM metering.exchange_rates WHERE currency = 'EUR'").update();
  }

  private static TokenPrice euros(String input, String cached, String output) {
    return new TokenPrice(
        "EUR", new BigDecimal(input), new BigDecimal(cached), new BigDecimal(output));
  }

  @Test
  void tokens_cost_their_price_at_the_valid_rate_rounded_up_once() {
    try (Instance instance = Stand.instance(Clock.fixed(JUNE, ZoneOffset.UTC))) {
      Tariff tariff = instance.meter().tariff();
      // (900 · 2.5 + 100 · 0.25 + 500 · 10) · 1600
      assertThat(tariff.cost(euros("2.5", "0.25", "10"), 1_000, 100, 500))
          .isEqualTo(new Money(11_640_000));
      assertThat(tariff.cost(euros("0.0001", "0", "0"), 1, 0, 0)).isEqualTo(new Money(1));
      assertThat(tariff.worstCase(euros("2.5", "0.25", "10"), 1_000, 500))
          .isEqualTo(new Money(12_000_000));
      TokenPrice dearWrites =
          new TokenPrice(
              "EUR",
              new BigDecimal("4"),
              new BigDecimal("0.2"),
              new BigDecimal("5"),
              new BigDecimal("20"));
      // (600 · 4 + 100 · 0.2 + 300 · 5 + 50 · 20) · 1600
      assertThat(tariff.cost(dearWrites, 1_000, 100, 300, 50)).isEqualTo(new Money(7_872_000));
      assertThat(tariff.worstCase(dearWrites, 1_000, 50)).isEqualTo(new Money(9_600_000));
      assertThat(tariff.cost(TokenPrice.FREE, 1_000_000, 0, 1_000_000)).isEqualTo(Money.ZERO);
      assertThat(
              tariff.cost(
                  new TokenPrice("KRW", BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE), 3, 1, 4))
          .isEqualTo(new Money(7));
      assertThatThrownBy(
              () ->
                  tariff.cost(
                      new TokenPrice("XAU", BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE),
                      1,
                      0,
                      0))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("XAU");
      assertThatThrownBy(() -> tariff.cost(TokenPrice.FREE, 1, 2, 0))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
