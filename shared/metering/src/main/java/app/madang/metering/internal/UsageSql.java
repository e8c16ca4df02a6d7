package app.madang.metering.internal;

import app.madang.runtime.Outbox;
import app.madang.runtime.Trace;
import app.madang.runtime.event.OutboxPublisher;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

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
      "SELECT p.* FROM set_config('synchronous_commit', 'off', true), metering.post(?"
          + ", ?".repeat(UsageBatch.ARRAYS)
          + ") p";

  private final JdbcTemplate jdbc;
  private final Outbox outbox;

  UsageSql(DataSource database, Outbox outbox) {
    this.jdbc = new JdbcTemplate(database);
    this.outbox = outbox;
  }

  /**
   * Writes them all or none.
   *
   * @throws org.springframework.dao.DuplicateKeyException when one of them is written already
   */
  void write(List<Entry> entries) {
    UsageBatch batch = new UsageBatch(entries);
    jdbc.query(
            connection -> statement(connection, batch),
            (row, n) ->
                new OutboxPublisher.Row(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4)))
        .forEach(outbox::committed);
  }

  private static PreparedStatement statement(Connection connection, UsageBatch batch)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(POST);
    statement.setString(1, Trace.current().traceparent());
    batch.fill(connection, statement, 2);
    return statement;
  }
}
