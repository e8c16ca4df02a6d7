package app.madang.metering.internal;

import app.madang.metering.Dimension;
import app.madang.metering.ModelHealth;
import app.madang.metering.Spending;
import app.madang.metering.SpendingRange;
import app.madang.runtime.Transactions;
import app.madang.runtime.data.CallerTransactions;
import app.madang.testing.TestStack;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * How long reports take over many rows of use, before their days are summed and after. Millions of
 * rows may be given.
 */
final class ReportBench {

  private static final String FILL =
      """
      INSERT INTO metering.usage (id, at, day, person_id, group_ids, request_id, attempt, provider, model,
        input_tokens, cached_input_tokens, output_tokens, cost, first_token_millis, latency_millis, outcome)
      SELECT v.id, uuid_extract_timestamp(v.id), (uuid_extract_timestamp(v.id) AT TIME ZONE 'Asia/Seoul')::date,
             CAST(md5('p' || i % 500) AS uuid), ARRAY[CAST(md5('g' || i % 20) AS uuid)], v.id, 1, 'p' || i % 3, 'm' || i % 9,
             1000, 0, 300, 1000 + i % 5000, 200 + i % 997, 3000, CASE WHEN i % 50 = 0 THEN 'FAILED' ELSE 'OK' END
        FROM generate_series(CAST(? AS bigint), CAST(? AS bigint)) i CROSS JOIN LATERAL (
          SELECT CAST(lpad(to_hex(CAST(extract(epoch FROM now()) * 1000 AS bigint)
              - CAST((? - i) * (60 * 86400000.0 / ?) AS bigint)), 12, '0')
            || '7' || substr(md5(i::text), 1, 3) || '8' || substr(md5(i::text), 4, 15) AS uuid) AS id) v
      """;

  private ReportBench() {}

  /** Prints one line a report. */
  public static void main(String[] args) {
    long rows = (args.length > 0 ? Long.parseLong(args[0]) : 5) * 1_000_000;
    long start = System.nanoTime();
    for (long from = 1; from <= rows; from += 500_000) {
      Stand.SUPERUSER.sql(FILL).params(from, from + 499_999, rows, rows).update();
    }
    Stand.SUPERUSER.sql("DELETE FROM metering.late_days").update();
    Stand.SUPERUSER.sql("ANALYZE metering.usage").update();
    System.out.printf("%d rows in %d s%n", rows, (System.nanoTime() - start) / 1_000_000_000);
    TestStack stack = TestStack.get();
    var source =
        new SingleConnectionDataSource(stack.jdbcUrl(), "reporting", stack.password(), true);
    Transactions transactions = new Transactions(new CallerTransactions(source));
    JdbcClient jdbc = JdbcClient.create(source);
    Spending spending = SpendingBeans.spending(transactions, jdbc);
    measure("rows", spending);
    start = System.nanoTime();
    while (jdbc.sql("SELECT metering.sum_days()").query(Integer.class).single() > 0) {}
    System.out.printf("summed in %d ms%n", (System.nanoTime() - start) / 1_000_000);
    measure("sums", spending);
    System.exit(0);
  }

  private static void measure(String name, Spending spending) {
    LocalDate today = LocalDate.now();
    SpendingRange month = new SpendingRange(today.minusDays(30), today.plusDays(1), null);
    Instant now = Instant.now();
    Map<String, Runnable> reports = new LinkedHashMap<>();
    reports.put("30 days by model", () -> spending.byDay(Dimension.MODEL, month));
    reports.put("30 days by person", () -> spending.byDay(Dimension.PERSON, month));
    reports.put("totals by person", () -> spending.totals(Dimension.PERSON, month, 50));
    reports.put("health by hour, a day", () -> health(spending, ModelHealth.Grain.HOUR, now, 1));
    reports.put("health by day, 30 days", () -> health(spending, ModelHealth.Grain.DAY, now, 30));
    reports.put("forecast", () -> spending.forecast(today));
    reports.put("anomalies by person", () -> spending.anomalies(Dimension.PERSON, month));
    reports.forEach(
        (report, query) -> {
          query.run();
          long start = System.nanoTime();
          query.run();
          System.out.printf(
              "%s: %s %d ms%n", name, report, (System.nanoTime() - start) / 1_000_000);
        });
  }

  private static void health(Spending spending, ModelHealth.Grain grain, Instant now, int days) {
    spending.health(grain, now.minusSeconds(days * 86_400L), now);
  }
}
