package app.madang.metering.internal;

import app.madang.runtime.Outbox;
import app.madang.runtime.Trace;
import app.madang.runtime.event.OutboxPublisher;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes a batch of usage, settles it and puts the alerts of crossed lines into the outbox: one
 * statement, which is a transaction of its own.
 *
 * <p>Its commit does not wait for the disk, since somebody waits for it. What a crash of the server
 * may lose is the last moment's rows and their settlement together, so their worst case stays
 * charged.
 */
final class UsageSql {

  private static final String POST =
      """
      SELECT p.* FROM set_config('synchronous_commit', 'off', true),
        metering.post(:traceparent, CAST(:ids AS uuid[]), CAST(:days AS date[]),
        CAST(:persons AS uuid[]), CAST(:groups AS text[]), CAST(:keys AS uuid[]),
        CAST(:tools AS uuid[]), CAST(:conversations AS uuid[]), CAST(:requests AS uuid[]),
        CAST(:attempts AS integer[]), CAST(:providers AS text[]), CAST(:models AS text[]),
        CAST(:inputs AS bigint[]), CAST(:cached AS bigint[]), CAST(:outputs AS bigint[]),
        CAST(:costs AS bigint[]), CAST(:firsts AS integer[]), CAST(:latencies AS integer[]),
        CAST(:outcomes AS text[]), CAST(:scopes AS text[]), CAST(:subjects AS uuid[]),
        CAST(:periods AS text[]), CAST(:starts AS date[]), CAST(:instances AS uuid[]),
        CAST(:chargedEvents AS integer[]), CAST(:chargedAccounts AS integer[]),
        CAST(:releases AS bigint[])) p
      """;

  private final JdbcClient jdbc;
  private final Outbox outbox;

  UsageSql(JdbcClient jdbc, Outbox outbox) {
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  void write(List<Entry> entries) {
    UsageBatch batch = new UsageBatch(entries);
    jdbc.sql(POST)
        .param("traceparent", Trace.current().traceparent())
        .params(batch.parameters())
        .query(
            (row, n) ->
                new OutboxPublisher.Row(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4)))
        .list()
        .forEach(outbox::committed);
  }
}
