package app.madang.functions.publishing;

import app.madang.runtime.Transactions;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Transactions that act for nobody, on every tool: only events come here, never a person. */
final class Worker {

  private final Transactions transactions;
  private final JdbcClient jdbc;

  Worker(Transactions transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  <T> T call(Supplier<T> work) {
    return transactions.call(
        () -> {
          jdbc.sql("SELECT set_config('app.worker', 'publishing', true)")
              .query(String.class)
              .single();
          return work.get();
        });
  }
}
