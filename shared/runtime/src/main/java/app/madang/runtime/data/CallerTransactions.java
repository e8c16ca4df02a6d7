package app.madang.runtime.data;

import app.madang.runtime.Caller;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Tells PostgreSQL who calls, at the start of every transaction: row-level security reads {@code
 * app.user_id}. Unset means no rows.
 */
public final class CallerTransactions extends JdbcTransactionManager {

  private static final long serialVersionUID = 1L;

  /** A manager over a pool. */
  public CallerTransactions(DataSource dataSource) {
    super(dataSource);
  }

  @Override
  protected void prepareTransactionalConnection(
      Connection connection, TransactionDefinition definition) throws SQLException {
    super.prepareTransactionalConnection(connection, definition);
    tell(connection);
  }

  /**
   * Tells of the caller for the rest of a connection's transaction; for managers that cannot extend
   * this one.
   */
  public static void tell(Connection connection) throws SQLException {
    String caller = Caller.find().map(person -> person.id().toString()).orElse("");
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT set_config('app.user_id', ?, true)")) {
      statement.setString(1, caller);
      statement.execute();
    }
  }
}
