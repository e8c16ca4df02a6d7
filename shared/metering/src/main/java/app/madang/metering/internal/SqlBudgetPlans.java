package app.madang.metering.internal;

import app.madang.contracts.ProblemCode;
import app.madang.metering.Budget;
import app.madang.metering.BudgetKind;
import app.madang.metering.BudgetPeriod;
import app.madang.metering.BudgetPlans;
import app.madang.metering.BudgetScope;
import app.madang.metering.BudgetStanding;
import app.madang.metering.Money;
import app.madang.metering.OrphanedLease;
import app.madang.metering.OwnBudget;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Budgets as administrators see them. */
final class SqlBudgetPlans implements BudgetPlans {

  private static final String STANDINGS =
      """
      WITH here AS (
        SELECT time_zone AS zone, (:now AT TIME ZONE time_zone)::date AS today FROM metering.company
      ), running AS (
        SELECT b.*, p.start, here.zone
          FROM metering.budgets b CROSS JOIN here CROSS JOIN LATERAL (
            SELECT CASE b.period WHEN 'DAY' THEN here.today
              ELSE date_trunc('month', here.today)::date END AS start) p
      ), sums AS (
        SELECT scope, subject_id, period, starts_on, sum(settled) AS spent, sum(outstanding) AS held
          FROM (SELECT scope, subject_id, period, starts_on, settled, 0 AS outstanding FROM metering.accounts
                UNION ALL
                SELECT scope, subject_id, period, starts_on, settled, outstanding FROM metering.leases) all_parts
         WHERE (period, starts_on) IN (SELECT period, start FROM running)
         GROUP BY 1, 2, 3, 4
      )
      SELECT r.*, coalesce(s.spent, 0) AS spent, coalesce(s.held, 0) AS held,
             (r.start + CASE r.period WHEN 'DAY' THEN interval '1 day' ELSE interval '1 month' END)
               AT TIME ZONE r.zone AS resets_at
        FROM running r LEFT JOIN LATERAL (
          SELECT spent, held FROM sums s
           WHERE s.scope = r.scope AND s.period = r.period AND s.starts_on = r.start
             AND CASE WHEN r.subject_id IS NOT NULL THEN s.subject_id = r.subject_id
                 ELSE r.scope = 'COMPANY' OR NOT EXISTS (
                   SELECT FROM metering.budgets own WHERE own.enabled AND own.scope = r.scope
                      AND own.period = r.period AND own.kind = r.kind AND own.subject_id = s.subject_id) END
           ORDER BY s.spent + s.held DESC LIMIT 1) s ON true
       ORDER BY array_position(ARRAY['COMPANY', 'GROUP', 'TOOL', 'PERSON'], r.scope),
         r.subject_id NULLS FIRST, r.period, r.kind
      """;

  private static final String OWN =
      """
      WITH here AS (
        SELECT time_zone AS zone, (:now AT TIME ZONE time_zone)::date AS today FROM metering.company
      ), mine AS (
        SELECT 'PERSON' AS scope, CAST(:person AS uuid) AS subject
        UNION ALL SELECT 'GROUP', g FROM identity.groups_of(:person) g
      )
      SELECT b.id, b.scope, m.subject AS subject_id, b.period, b.cap, b.kind, b.warn_at, b.enabled,
             coalesce(a.settled, 0) + coalesce(l.settled, 0) AS spent, coalesce(l.held, 0) AS held,
             (p.start + CASE p.period WHEN 'DAY' THEN interval '1 day' ELSE interval '1 month' END)
               AT TIME ZONE here.zone AS resets_at,
             (SELECT bool_or(t.kind = 'EXHAUSTED') FROM metering.alerts t
               WHERE t.budget_id = b.id AND t.subject_id = m.subject AND t.starts_on = p.start) AS exhausted
        FROM mine m CROSS JOIN here
       CROSS JOIN LATERAL (VALUES ('MONTH', date_trunc('month', here.today)::date), ('DAY', here.today)) p (period, start)
       CROSS JOIN (VALUES ('HARD'), ('WARNING')) k (kind)
       CROSS JOIN LATERAL metering.budget_of(m.scope, m.subject, p.period, k.kind) b
        LEFT JOIN metering.accounts a
          ON a.scope = m.scope AND a.subject_id = m.subject AND a.period = p.period AND a.starts_on = p.start
       CROSS JOIN LATERAL (
         SELECT sum(s.settled) AS settled, sum(s.outstanding) AS held FROM metering.leases s
          WHERE s.scope = m.scope AND s.subject_id = m.subject AND s.period = p.period AND s.starts_on = p.start) l
       WHERE b.id IS NOT NULL
       ORDER BY m.scope DESC, k.kind, p.period DESC, m.subject
      """;

  private static final String ADD =
      """
      INSERT INTO metering.budgets (id, scope, subject_id, period, cap, kind, warn_at, enabled)
      VALUES (:id, :scope, CAST(:subject AS uuid), :period, :cap, :kind, :warnAt, :enabled)
      """;

  private static final String CHANGE =
      """
      UPDATE metering.budgets
         SET cap = :cap, kind = :kind, warn_at = :warnAt, enabled = :enabled, updated_at = now()
       WHERE id = :id
      """;

  private static final String ENTER_RATE =
      """
      INSERT INTO metering.exchange_rates (currency, valid_from, rate, source) VALUES (?, ?, ?, ?)
      ON CONFLICT (currency, valid_from) DO UPDATE SET rate = EXCLUDED.rate, source = EXCLUDED.source
      """;

  private static final String ORPHANS =
      """
      SELECT i.id, i.function, i.seen_at, count(*) AS accounts, max(l.outstanding) AS outstanding
        FROM metering.instances i JOIN metering.leases l ON l.instance_id = i.id AND l.outstanding > 0
       WHERE i.retired_at IS NOT NULL
       GROUP BY i.id ORDER BY i.seen_at DESC
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;

  SqlBudgetPlans(Transactions transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  @Override
  public List<BudgetStanding> standings(Instant now) {
    return transactions.read(
        () ->
            jdbc.sql(STANDINGS)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> standing(row))
                .list());
  }

  @Override
  public List<OwnBudget> of(UUID person, Instant now) {
    return transactions.read(
        () ->
            jdbc.sql(OWN)
                .param("person", person)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(
                    (row, n) ->
                        new OwnBudget(standing(row), row.getObject("exhausted", Boolean.class)))
                .list());
  }

  @Override
  public void add(Budget budget) {
    conflicts(
        () -> {
          jdbc.sql(ADD)
              .param("id", budget.id())
              .param("scope", budget.scope().name())
              .param("subject", budget.subjectId())
              .param("period", budget.period().name())
              .param("cap", budget.cap().micros())
              .param("kind", budget.kind().name())
              .param("warnAt", budget.warnAt())
              .param("enabled", budget.enabled())
              .update();
        });
  }

  @Override
  public boolean change(Budget budget) {
    boolean[] changed = new boolean[1];
    conflicts(
        () ->
            changed[0] =
                jdbc.sql(CHANGE)
                        .param("id", budget.id())
                        .param("cap", budget.cap().micros())
                        .param("kind", budget.kind().name())
                        .param("warnAt", budget.warnAt())
                        .param("enabled", budget.enabled())
                        .update()
                    > 0);
    return changed[0];
  }

  private void conflicts(Runnable work) {
    try {
      transactions.run(work);
    } catch (DuplicateKeyException e) {
      throw new ProblemException(ProblemCode.CONFLICT);
    }
  }

  @Override
  public boolean remove(UUID id) {
    return transactions.call(
        () -> jdbc.sql("DELETE FROM metering.budgets WHERE id = ?").param(id).update() > 0);
  }

  @Override
  public void enterRate(String currency, BigDecimal rate, Instant validFrom, String source) {
    transactions.run(
        () ->
            jdbc.sql(ENTER_RATE)
                .params(currency, validFrom.atOffset(ZoneOffset.UTC), rate, source)
                .update());
  }

  @Override
  public List<OrphanedLease> orphans() {
    return transactions.read(
        () ->
            jdbc.sql(ORPHANS)
                .query(
                    (row, n) ->
                        new OrphanedLease(
                            row.getObject("id", UUID.class),
                            row.getString("function"),
                            row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                            row.getInt("accounts"),
                            new Money(row.getLong("outstanding"))))
                .list());
  }

  @Override
  public boolean release(UUID instanceId) {
    return transactions.call(
        () ->
            jdbc.sql("SELECT metering.release_orphan(?)")
                    .param(instanceId)
                    .query(Long.class)
                    .single()
                > 0);
  }

  private static BudgetStanding standing(ResultSet row) throws SQLException {
    Budget budget =
        new Budget(
            row.getObject("id", UUID.class),
            BudgetScope.valueOf(row.getString("scope")),
            row.getObject("subject_id", UUID.class),
            BudgetPeriod.valueOf(row.getString("period")),
            new Money(row.getLong("cap")),
            BudgetKind.valueOf(row.getString("kind")),
            row.getInt("warn_at"),
            row.getBoolean("enabled"));
    return new BudgetStanding(
        budget,
        new Money(row.getLong("spent")),
        new Money(row.getLong("held")),
        row.getObject("resets_at", OffsetDateTime.class).toInstant());
  }
}
