package app.madang.functions.publishing;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps how many people use each tool: counted with the sweep and at most every ten minutes, so
 * that no list counts anything.
 */
final class StoreCount {

  private final Worker worker;
  private final JdbcClient jdbc;

  StoreCount(Worker worker, JdbcClient jdbc) {
    this.worker = worker;
    this.jdbc = jdbc;
  }

  void sweep() {
    worker.call(() -> jdbc.sql("SELECT toolbox.recount()").query(Boolean.class).single());
  }
}
