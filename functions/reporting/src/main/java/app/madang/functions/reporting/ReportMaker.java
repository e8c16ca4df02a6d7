package app.madang.functions.reporting;

import app.madang.contracts.events.ReportDue;
import app.madang.metering.BudgetPeriod;
import app.madang.metering.Company;
import app.madang.metering.Dimension;
import app.madang.metering.Spending;
import app.madang.metering.SpendingLine;
import app.madang.metering.SpendingRange;
import app.madang.runtime.Transactions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the reports of days and months that are over, each once. What nobody made while the
 * platform stood still is made when it runs again, oldest first.
 */
final class ReportMaker {

  /** No request that a day pays for still runs so long after it. */
  private static final Duration SETTLED = Duration.ofHours(6);

  private static final int LONGEST = 10;

  /** Older days are news to nobody, and stand in their month's report. */
  private static final int DAYS_BACK = 31;

  private static final int MONTHS_BACK = 12;

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
      transactions
          .read(() -> missing(period, today))
          .forEach(start -> transactions.run(() -> make(company, period, start)));
    }
    deliveries.sendDue();
  }

  /** The starts of periods that are over, were used and have no report, oldest first. */
  private List<LocalDate> missing(BudgetPeriod period, LocalDate today) {
    LocalDate end = period.start(today);
    LocalDate from =
        period == BudgetPeriod.DAY ? end.minusDays(DAYS_BACK) : end.minusMonths(MONTHS_BACK);
    SortedSet<LocalDate> starts = new TreeSet<>();
    for (SpendingLine line :
        spending.byDay(Dimension.COMPANY, new SpendingRange(from, end, null))) {
      if (line.day() != null && line.attempts() > 0) {
        starts.add(period.start(line.day()));
      }
    }
    starts.removeAll(
        jdbc.sql("SELECT starts_on FROM reporting.reports WHERE period = ? AND starts_on >= ?")
            .params(period.name(), from)
            .query(LocalDate.class)
            .list());
    return List.copyOf(starts);
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
            usage.named(UsageBy.PERSON, spending.totals(Dimension.PERSON, range, LONGEST)),
            // most questions are asked of no tool
            usage.named(UsageBy.TOOL, spending.totals(Dimension.TOOL, range, LONGEST + 1)).stream()
                .filter(line -> line.subjectId() != null)
                .limit(LONGEST)
                .toList());
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
