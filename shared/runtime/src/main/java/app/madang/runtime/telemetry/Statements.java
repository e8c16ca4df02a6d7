package app.madang.runtime.telemetry;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the statements of one request. */
public final class Statements {

  private static final ScopedValue<Statements> CURRENT = ScopedValue.newInstance();

  // only the request's own thread writes
  private int count;

  int count() {
    return count;
  }

  <E extends Exception> void during(Work<E> work) throws E {
    ScopedValue.where(CURRENT, this)
        .<Boolean, E>call(
            () -> {
              work.run();
              return true;
            });
  }

  /** What sends statements. */
  @FunctionalInterface
  interface Work<E extends Exception> {
    void run() throws E;
  }

  /** Spring's template, which tells of each statement. */
  public static JdbcTemplate counting(DataSource source) {
    return new JdbcTemplate(source) {
      @Override
      protected void applyStatementSettings(Statement statement) throws SQLException {
        super.applyStatementSettings(statement);
        if (CURRENT.isBound()) {
          CURRENT.get().count++;
        }
      }
    };
  }
}
