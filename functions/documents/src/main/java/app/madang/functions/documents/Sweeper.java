package app.madang.functions.documents;

import app.madang.runtime.Transactions;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Transactions that act for nobody, on every row: only events come here, never a person. */
final class Sweeper {

  private final Transactions transactions;
  private final JdbcClient jdbc;

  Sweeper(Transactions transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  <T> T call(Supplier<T> work) {
    return transactions.call(
        () -> {
          jdbc.sql("SELECT set_config('app.worker', 'documents', true)")
              .query(String.class)
              .single();
          return work.get();
        });
  }
}
