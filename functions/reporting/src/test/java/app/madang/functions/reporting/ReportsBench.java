package app.madang.functions.reporting;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long reports take over HTTP with a million rows of use (or as many millions as are given),
 * their days summed by the sweep. Prints p50 and p95 of 20 calls each.
 */
final class ReportsBench {

  private static final int CALLS = 20;
  private static final String FILL =
      """
      INSERT INTO metering.usage (id, at, day, person_id, group_ids, request_id, attempt, provider, model,
        input_tokens, cached_input_tokens, output_tokens, cost, first_token_millis, latency_millis, outcome)
      SELECT v.id, uuid_extract_timestamp(v.id), (uuid_extract_timestamp(v.id) AT TIME ZONE 'Asia/Seoul')::date,
             CAST(md5('p' || i % 1000) AS uuid), ARRAY[CAST(md5('g' || i % 50) AS uuid)], v.id, 1, 'p', 'm' || (i % 9 + i / 1000 % 2) % 9,
             1000, 0, 300, 1000 + i % 5000, 200 + i % 997, 3000, CASE WHEN i % 50 = 0 THEN 'FAILED' ELSE 'OK' END
        FROM generate_series(CAST(? AS bigint), CAST(? AS bigint)) i CROSS JOIN LATERAL (
          SELECT CAST(lpad(to_hex(CAST(extract(epoch FROM now()) * 1000 AS bigint)
              - CAST((? - i) * (60 * 86400000.0 / ?) AS bigint)), 12, '0')
            || '7' || substr(md5(i::text), 1, 3) || '8' || substr(md5(i::text), 4, 15) AS uuid) AS id) v
      """;

  private ReportsBench() {}

  /** Prints one line a report. */
  public static void main(String[] args) {
    long rows = (args.length > 0 ? Long.parseLong(args[0]) : 1) * 1_000_000;
    for (long from = 1; from <= rows; from += 250_000) {
      Platform.SUPERUSER.sql(FILL).params(from, from + 249_999, rows, rows).update();
    }
    Platform.SUPERUSER.sql("DELETE FROM metering.late_days").update();
    Platform.SUPERUSER.sql("ANALYZE metering.usage").update();
    long start = System.nanoTime();
    Platform.push("reporting.sweep-due", "{\"at\":\"2026-01-01T00:00:00Z\"}");
    Platform.push("reporting.sweep-due", "{\"at\":\"2026-01-01T00:00:00Z\"}");
    System.out.printf("swept in %d ms%n", millis(start));
    measure("sums");
    System.exit(0);
  }

  private static void measure(String name) {
    String from =
        Platform.SUPERUSER
            .sql("SELECT CAST(current_date - 30 AS text)")
            .query(String.class)
            .single();
    String to =
        Platform.SUPERUSER.sql("SELECT CAST(current_date AS text)").query(String.class).single();
    String range = "?from=" + from + "&to=" + to;
    Map<String, String> reports = new LinkedHashMap<>();
    for (String by : List.of("day", "person", "group", "model")) {
      reports.put("usage by " + by, "/v1/reports/usage" + range + "&by=" + by);
    }
    reports.put("file by person", "/v1/reports/usage.csv" + range + "&by=person");
    reports.put("mine by day", "/v1/reports/me" + range + "&by=day");
    for (String grain : List.of("hour", "day", "month")) {
      reports.put("health by " + grain, "/v1/reports/models?range=" + grain);
    }
    reports.put("forecast", "/v1/reports/forecast");
    reports.put("anomalies by group", "/v1/reports/anomalies" + range + "&by=group");
    reports.put("budgets", "/v1/admin/budgets");
    reports.forEach((report, path) -> measure(name + ": " + report, path));
  }

  private static void measure(String name, String path) {
    List<Long> taken = new ArrayList<>();
    for (int call = 0; call < CALLS + 2; call++) {
      long start = System.nanoTime();
      HttpResponse<String> response = Platform.call("admin", "GET", path, "");
      if (response.statusCode() != 200) {
        throw new IllegalStateException(response.body());
      }
      if (call >= 2) {
        taken.add(millis(start));
      }
    }
    Collections.sort(taken);
    System.out.printf(
        "%s: p50 %d ms, p95 %d ms%n", name, taken.get(CALLS / 2), taken.get(CALLS * 95 / 100));
  }

  private static long millis(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
