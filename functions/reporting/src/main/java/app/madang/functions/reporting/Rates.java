package app.madang.functions.reporting;

import app.madang.functions.reporting.Changes.Change;
import app.madang.functions.reporting.Changes.PersonRef;
import app.madang.identity.Role;
import app.madang.metering.BudgetPlans;
import app.madang.metering.Spending;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What vendors' currencies are worth, and who says so. */
final class Rates {

  private static final String NEWEST =
      """
      SELECT currency, rate, valid_from, source FROM metering.exchange_rates
       ORDER BY valid_from DESC, currency LIMIT 200
      """;

  private final Transactions transactions;
  private final BudgetPlans plans;
  private final Spending spending;
  private final Changes changes;
  private final JdbcClient jdbc;
  private final Clock clock;

  Rates(
      Transactions transactions,
      BudgetPlans plans,
      Spending spending,
      Changes changes,
      JdbcClient jdbc,
      Clock clock) {
    this.transactions = transactions;
    this.plans = plans;
    this.spending = spending;
    this.changes = changes;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  record ListRates() {}

  record PutRate(
      @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
      @NotNull
          @DecimalMin(value = "0", inclusive = false)
          @DecimalMax("1000000000")
          @Digits(integer = 10, fraction = 12)
          BigDecimal rate,
      @NotBlank @Size(max = 200) String source) {}

  record RateLine(
      String currency,
      BigDecimal rate,
      Instant validFrom,
      String source,
      @Nullable PersonRef changedBy) {}

  record RateList(String currency, List<RateLine> items) {}

  RateList list(ListRates input) {
    Readers.require();
    return transactions.read(this::read);
  }

  RateList put(PutRate input) {
    Role.require(Role.ADMIN);
    return transactions.call(
        () -> {
          if (input.currency().equals(spending.company().currency())) {
            throw ProblemException.field("currency", input.currency() + " = " + input.currency());
          }
          // the change's subject names this very rate
          Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
          plans.enterRate(input.currency(), input.rate(), now, input.source().strip());
          changes.note("rate.put", subject(input.currency(), now), input);
          return read();
        });
  }

  private RateList read() {
    List<RateLine> rates =
        jdbc.sql(NEWEST)
            .query(
                (row, n) ->
                    new RateLine(
                        row.getString("currency"),
                        row.getBigDecimal("rate"),
                        row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                        row.getString("source"),
                        null))
            .list();
    Map<String, Change> latest =
        changes.latest(rates.stream().map(r -> subject(r.currency(), r.validFrom())).toList());
    return new RateList(
        spending.company().currency(),
        rates.stream()
            .map(
                rate -> {
                  Change change = latest.get(subject(rate.currency(), rate.validFrom()));
                  return new RateLine(
                      rate.currency(),
                      rate.rate(),
                      rate.validFrom(),
                      rate.source(),
                      change == null ? null : change.by());
                })
            .toList());
  }

  private static String subject(String currency, Instant validFrom) {
    return currency + " " + validFrom;
  }
}
