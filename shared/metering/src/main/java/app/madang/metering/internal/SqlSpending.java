package app.madang.metering.internal;

import app.madang.metering.Anomaly;
import app.madang.metering.Company;
import app.madang.metering.Dimension;
import app.madang.metering.ExchangeRate;
import app.madang.metering.Forecast;
import app.madang.metering.ModelHealth;
import app.madang.metering.Money;
import app.madang.metering.Spending;
import app.madang.metering.SpendingLine;
import app.madang.metering.SpendingRange;
import app.madang.runtime.Transactions;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The reports' queries, over {@code metering.subjects}, {@code metering.daily} and {@code
 * metering.health}.
 */
final class SqlSpending implements Spending {

  private static final String COMPANY =
      """
      SELECT c.currency, c.time_zone, r.rate, r.valid_from, r.source FROM metering.company c
        LEFT JOIN LATERAL (
          SELECT rate, valid_from, source FROM metering.exchange_rates
           WHERE currency = 'USD' AND currency <> c.currency AND valid_from <= now()
           ORDER BY valid_from DESC LIMIT 1) r ON true
      """;

  private static final String LINES =
      """
      SELECT day, %1$s AS subject, sum(requests) AS requests, sum(attempts) AS attempts,
             sum(errors) AS errors, sum(input_tokens) AS input_tokens,
             sum(cached_input_tokens) AS cached_input_tokens, sum(output_tokens) AS output_tokens,
             sum(cost) AS cost
        FROM %2$s AND day >= :from AND day < :to
       GROUP BY 1, 2 ORDER BY 1, sum(cost) DESC, 2
      """;

  private static final String PAGE =
      """
      SELECT CAST(NULL AS date) AS day, %1$s AS subject, sum(requests) AS requests,
             sum(attempts) AS attempts, sum(errors) AS errors, sum(input_tokens) AS input_tokens,
             sum(cached_input_tokens) AS cached_input_tokens, sum(output_tokens) AS output_tokens,
             sum(cost) AS cost
        FROM %2$s AND day >= :from AND day < :to
       GROUP BY 2
      HAVING CAST(:cost AS bigint) IS NULL OR sum(cost) < :cost
          OR sum(cost) = :cost AND coalesce(%1$s, '') > :subject
       ORDER BY sum(cost) DESC, coalesce(%1$s, '') LIMIT :limit
      """;

  private static final String HEALTH =
      """
      WITH counted AS (
        SELECT CASE :grain WHEN 'all' THEN CAST(:from AS timestamptz)
                 ELSE date_trunc(:grain, hour, (SELECT time_zone FROM metering.company)) END AS since, provider,
               model, bucket, sum(attempts) AS attempts, sum(errors) AS errors,
               sum(failovers) AS failovers, sum(output_tokens) AS tokens,
               sum(output_millis) AS millis, sum(cost) AS cost
          FROM metering.health WHERE hour >= date_trunc('hour', CAST(:from AS timestamptz)) AND hour < :to
         GROUP BY 1, 2, 3, 4
      ), ranked AS (
        SELECT c.*, sum(attempts) FILTER (WHERE bucket >= 0) OVER (w ORDER BY bucket) AS below,
               sum(attempts) FILTER (WHERE bucket >= 0) OVER w AS answered
          FROM counted c WINDOW w AS (PARTITION BY since, provider, model)
      )
      SELECT since, provider, model, sum(attempts) AS attempts, sum(errors) AS errors,
             sum(failovers) AS failovers,
             metering.millis(min(bucket) FILTER (WHERE bucket >= 0 AND below >= 0.50 * answered)) AS p50,
             metering.millis(min(bucket) FILTER (WHERE bucket >= 0 AND below >= 0.95 * answered)) AS p95,
             sum(tokens) * 1000.0 / nullif(sum(millis), 0) AS speed, sum(cost) AS cost
        FROM ranked GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      """;

  private static final String FORECAST =
      """
      WITH days AS (
        SELECT day, sum(cost) AS cost FROM metering.subjects
         WHERE kind = 'COMPANY'
           AND day >= least(CAST(:today AS date) - 56, date_trunc('month', CAST(:today AS date))::date)
           AND day <= :today
         GROUP BY day
      ), history AS (
        SELECT d::date AS day, coalesce(days.cost, 0) AS cost
          FROM generate_series(
                 (SELECT greatest(CAST(:today AS date) - 56, min(day)) FROM days HAVING count(*) > 0),
                 CAST(:today AS date) - 1, interval '1 day') d
          LEFT JOIN days ON days.day = d::date
      ), usual AS (
        SELECT w AS weekday, coalesce(
                 (SELECT avg(cost) FROM history WHERE extract(isodow FROM day) = w),
                 (SELECT avg(cost) FROM history), 0) AS mean
          FROM generate_series(1, 7) w
      ), month AS (
        SELECT date_trunc('month', CAST(:today AS date))::date AS first,
               (date_trunc('month', CAST(:today AS date)) + interval '1 month')::date AS next
      ), known AS (
        SELECT coalesce(sum(cost), 0) AS spent, coalesce(sum(cost) FILTER (WHERE day = :today), 0) AS today
          FROM days, month WHERE day >= month.first
      )
      SELECT month.first, known.spent,
             round(known.spent
               + greatest(0, (SELECT mean FROM usual WHERE weekday = extract(isodow FROM CAST(:today AS date))) - known.today)
               + coalesce((SELECT sum(usual.mean)
                    FROM generate_series(CAST(:today AS date) + 1, month.next - 1, interval '1 day') d
                    JOIN usual ON usual.weekday = extract(isodow FROM d)), 0)) AS expected,
             (SELECT count(*) FROM history) AS history
        FROM known, month
      """;

  private static final String ANOMALIES =
      """
      WITH days AS (
        SELECT day, extract(isodow FROM day) AS weekday, %1$s AS subject, sum(cost) AS cost
          FROM %2$s AND day >= CAST(:from AS date) - 56 AND day < :to
         GROUP BY day, 3
      )
      SELECT d.day, d.subject, d.cost,
             round(percentile_cont(0.5) WITHIN GROUP (ORDER BY p.cost)) AS median
        FROM days d JOIN days p ON coalesce(p.subject, '') = coalesce(d.subject, '')
         AND p.weekday = d.weekday AND p.day BETWEEN d.day - 56 AND d.day - 7 AND p.cost > 0
       WHERE d.day >= :from
       GROUP BY d.day, d.subject, d.cost
      HAVING count(*) >= 3 AND d.cost > 3 * percentile_cont(0.5) WITHIN GROUP (ORDER BY p.cost)
       ORDER BY d.day, d.cost DESC
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;

  SqlSpending(Transactions transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  /** Everybody's sums are there by subject; one person's are few enough to be added up. */
  private static String over(String statement, Dimension dimension, SpendingRange range) {
    return range.personId() == null
        ? statement.formatted("subject", "metering.subjects WHERE kind = '" + dimension + "'")
        : statement.formatted(
            column(dimension),
            dimension == Dimension.GROUP
                ? "metering.daily CROSS JOIN LATERAL metering.groups_of_row(group_ids) AS g (group_id)"
                    + " WHERE person_id = :person"
                : "metering.daily WHERE person_id = :person");
  }

  private static String column(Dimension dimension) {
    return switch (dimension) {
      case COMPANY -> "CAST(NULL AS text)";
      case PERSON -> "CAST(person_id AS text)";
      case GROUP -> "group_id";
      case API_KEY -> "CAST(api_key_id AS text)";
      case TOOL -> "CAST(tool_id AS text)";
      case MODEL -> "provider || '/' || model";
    };
  }

  @Override
  public List<SpendingLine> byDay(Dimension dimension, SpendingRange range) {
    return lines(over(LINES, dimension, range), range);
  }

  @Override
  public List<SpendingLine> totals(Dimension dimension, SpendingRange range, int limit) {
    return totals(dimension, range, null, limit);
  }

  @Override
  public List<SpendingLine> totals(
      Dimension dimension, SpendingRange range, @Nullable SpendingLine after, int limit) {
    return transactions.read(
        () ->
            jdbc.sql(over(PAGE, dimension, range))
                .param("from", range.from())
                .param("to", range.to())
                .param("person", range.personId())
                .param("cost", after == null ? null : after.cost().micros())
                .param("subject", after == null || after.subject() == null ? "" : after.subject())
                .param("limit", limit)
                .query((row, n) -> line(row))
                .list());
  }

  @Override
  public Company company() {
    return transactions.read(
        () ->
            jdbc.sql(COMPANY)
                .query(
                    (row, n) ->
                        new Company(row.getString(1), ZoneId.of(row.getString(2)), dollar(row)))
                .single());
  }

  private static @Nullable ExchangeRate dollar(ResultSet row) throws SQLException {
    BigDecimal rate = row.getBigDecimal("rate");
    return rate == null
        ? null
        : new ExchangeRate(
            rate,
            row.getObject("valid_from", OffsetDateTime.class).toInstant(),
            row.getString("source"));
  }

  private List<SpendingLine> lines(String statement, SpendingRange range) {
    return transactions.read(
        () ->
            jdbc.sql(statement)
                .param("from", range.from())
                .param("to", range.to())
                .param("person", range.personId())
                .query((row, n) -> line(row))
                .list());
  }

  @Override
  public List<ModelHealth> health(ModelHealth.Grain grain, Instant from, Instant to) {
    return transactions.read(
        () ->
            jdbc.sql(HEALTH)
                .param("grain", grain.name().toLowerCase(Locale.ROOT))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, n) -> health(row))
                .list());
  }

  @Override
  public Forecast forecast(LocalDate today) {
    return transactions.read(
        () ->
            jdbc.sql(FORECAST)
                .param("today", today)
                .query(
                    (row, n) ->
                        new Forecast(
                            row.getObject("first", LocalDate.class),
                            new Money(row.getLong("spent")),
                            new Money(row.getLong("expected")),
                            row.getInt("history")))
                .single());
  }

  @Override
  public List<Anomaly> anomalies(Dimension dimension, SpendingRange range) {
    return transactions.read(
        () ->
            jdbc.sql(over(ANOMALIES, dimension, range))
                .param("from", range.from())
                .param("to", range.to())
                .param("person", range.personId())
                .query(
                    (row, n) ->
                        new Anomaly(
                            row.getObject("day", LocalDate.class),
                            row.getString("subject"),
                            new Money(row.getLong("cost")),
                            new Money(row.getLong("median"))))
                .list());
  }

  private static SpendingLine line(ResultSet row) throws SQLException {
    return new SpendingLine(
        row.getObject("day", LocalDate.class),
        row.getString("subject"),
        row.getLong("requests"),
        row.getLong("attempts"),
        row.getLong("errors"),
        row.getLong("input_tokens"),
        row.getLong("cached_input_tokens"),
        row.getLong("output_tokens"),
        new Money(row.getLong("cost")));
  }

  private static ModelHealth health(ResultSet row) throws SQLException {
    return new ModelHealth(
        row.getObject("since", OffsetDateTime.class).toInstant(),
        row.getString("provider"),
        row.getString("model"),
        row.getLong("attempts"),
        row.getLong("errors"),
        row.getLong("failovers"),
        row.getObject("p50", Integer.class),
        row.getObject("p95", Integer.class),
        row.getBigDecimal("speed") == null ? null : row.getBigDecimal("speed").doubleValue(),
        new Money(row.getLong("cost")));
  }
}
