package app.madang.functions.reporting;

import app.madang.contracts.events.ReportDue;
import app.madang.metering.BudgetPeriod;
import app.madang.metering.Company;
import app.madang.metering.Dimension;
import app.madang.metering.Spending;
import app.madang.metering.SpendingRange;
import app.madang.runtime.Transactions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Makes the reports of the day and the month that are over, each once. */
final class ReportMaker {

  /** No request that a day pays for still runs so long after it. */
  private static final Duration SETTLED = Duration.ofHours(6);

  private static final int LONGEST = 10;
  private static final String ADD =
      """
      INSERT INTO reporting.reports (period, starts_on, ends_on, currency, figures)
      VALUES (?, ?, ?, ?, CAST(? AS jsonb)) ON CONFLICT DO NOTHING RETURNING id
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Spending spending;
  private final Usage usage;
  private final Deliveries deliveries;

  ReportMaker(
      Transactions transactions,
      JdbcClient jdbc,
      JsonMapper json,
      Spending spending,
      Usage usage,
      Deliveries deliveries) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.json = json;
    this.spending = spending;
    this.usage = usage;
    this.deliveries = deliveries;
  }

  void handle(ReportDue due) {
    Company company = spending.company();
    LocalDate today = LocalDate.ofInstant(due.at().minus(SETTLED), company.zone());
    for (BudgetPeriod period : BudgetPeriod.values()) {
      LocalDate start = period.start(period.start(today).minusDays(1));
      transactions.run(() -> make(company, period, start));
    }
    deliveries.sendDue();
  }

  private void make(Company company, BudgetPeriod period, LocalDate start) {
    LocalDate next = period.next(start);
    if (isMade(period, start)) {
      return;
    }
    SpendingRange range = new SpendingRange(start, next, null);
    UsageFigures totals = UsageFigures.of(spending.totals(Dimension.COMPANY, range, 1));
    if (totals.attempts() == 0) {
      return;
    }
    SpendingRange before = new SpendingRange(period.start(start.minusDays(1)), start, null);
    ScheduledFigures figures =
        new ScheduledFigures(
            totals,
            UsageFigures.of(spending.totals(Dimension.COMPANY, before, 1)).cost(),
            usage.named(UsageBy.MODEL, spending.totals(Dimension.MODEL, range, LONGEST)),
            usage.named(UsageBy.GROUP, spending.totals(Dimension.GROUP, range, LONGEST)),
            usage.named(UsageBy.PERSON, spending.totals(Dimension.PERSON, range, LONGEST)));
    Optional<UUID> made =
        jdbc.sql(ADD)
            .params(
                period.name(),
                start,
                next.minusDays(1),
                company.currency(),
                json.writeValueAsString(figures))
            .query(UUID.class)
            .optional();
    made.ifPresent(id -> deliveries.enqueueReport(id, period.name()));
  }

  private boolean isMade(BudgetPeriod period, LocalDate start) {
    return jdbc.sql(
            "SELECT EXISTS (SELECT FROM reporting.reports WHERE period = ? AND starts_on = ?)")
        .params(period.name(), start)
        .query(Boolean.class)
        .single();
  }
}
