package app.madang.metering.internal;

import app.madang.runtime.Transactions;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a batch of usage and settles it, one transaction. */
final class UsageSql {

  private static final String SETTLE =
      """
      SELECT * FROM metering.settle(CAST(:ids AS uuid[]), CAST(:days AS date[]),
        CAST(:persons AS uuid[]), CAST(:groups AS uuid[]), CAST(:keys AS uuid[]),
        CAST(:tools AS uuid[]), CAST(:conversations AS uuid[]), CAST(:requests AS uuid[]),
        CAST(:attempts AS integer[]), CAST(:providers AS text[]), CAST(:models AS text[]),
        CAST(:inputs AS bigint[]), CAST(:cached AS bigint[]), CAST(:outputs AS bigint[]),
        CAST(:costs AS bigint[]), CAST(:firsts AS integer[]), CAST(:latencies AS integer[]),
        CAST(:outcomes AS text[]), CAST(:scopes AS text[]), CAST(:subjects AS uuid[]),
        CAST(:periods AS text[]), CAST(:starts AS date[]), CAST(:instances AS uuid[]),
        CAST(:chargedEvents AS integer[]), CAST(:chargedAccounts AS integer[]),
        CAST(:releases AS bigint[]))
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Alerts alerts;

  UsageSql(Transactions transactions, JdbcClient jdbc, Alerts alerts) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.alerts = alerts;
  }

  private record Crossing(UUID budgetId, UUID subjectId, LocalDate startsOn, String kind) {}

  void write(List<Entry> entries) {
    UsageBatch batch = new UsageBatch(entries);
    transactions.run(
        () ->
            jdbc.sql(SETTLE)
                .params(batch.parameters())
                .query(
                    (row, n) ->
                        new Crossing(
                            row.getObject("budget_id", UUID.class),
                            row.getObject("subject_id", UUID.class),
                            row.getObject("starts_on", LocalDate.class),
                            row.getString("kind")))
                .list()
                .forEach(this::tell));
  }

  private void tell(Crossing crossing) {
    if (crossing.kind().equals("WARNED")) {
      alerts.warned(crossing.budgetId(), crossing.subjectId(), crossing.startsOn());
    } else {
      alerts.exhausted(crossing.budgetId(), crossing.subjectId(), crossing.startsOn());
    }
  }
}
