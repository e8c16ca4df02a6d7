package app.madang.functions.documents;

import app.madang.contracts.events.SweepDue;
import app.madang.knowledge.StatisticsCompactor;
import app.madang.runtime.event.OutboxPublisher;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The regular round: lost events, quiet uploads, emptied collections, changes of a model and of the
 * analysis, due connectors, documents of forms, statistics, old inbox rows and first answers.
 */
final class Sweep {

  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
  private static final Duration LEFT_BEHIND = Duration.ofSeconds(10);

  private final OutboxPublisher publisher;
  private final StuckDocuments stuck;
  private final OpenUploads uploads;
  private final ExpiredDocuments expired;
  private final EmptiedCollections emptied;
  private final ModelChanges changes;
  private final WordRenewals renewals;
  private final DueConnectors connectors;
  private final FormFileSweep forms;
  private final StatisticsCompactor compactor;
  private final Sweeper sweeper;
  private final JdbcClient jdbc;

  Sweep(
      OutboxPublisher publisher,
      StuckDocuments stuck,
      OpenUploads uploads,
      ExpiredDocuments expired,
      EmptiedCollections emptied,
      ModelChanges changes,
      WordRenewals renewals,
      DueConnectors connectors,
      FormFileSweep forms,
      StatisticsCompactor compactor,
      Sweeper sweeper,
      JdbcClient jdbc) {
    this.publisher = publisher;
    this.stuck = stuck;
    this.uploads = uploads;
    this.expired = expired;
    this.emptied = emptied;
    this.changes = changes;
    this.renewals = renewals;
    this.connectors = connectors;
    this.forms = forms;
    this.compactor = compactor;
    this.sweeper = sweeper;
    this.jdbc = jdbc;
  }

  void handle(SweepDue due) {
    // one duty's failure must not keep the others from being done
    List<Runnable> duties =
        List.of(
            () -> publisher.sweep(LEFT_BEHIND),
            expired::remove,
            stuck::emitAgain,
            uploads::check,
            () -> sweeper.call(compactor::compact),
            emptied::forget,
            changes::goOn,
            renewals::ask,
            connectors::emit,
            forms::goOn,
            () -> sweeper.call(this::forgetHandled),
            () -> sweeper.call(this::forgetFirstAnswers));
    RuntimeException failure = null;
    for (Runnable duty : duties) {
      try {
        duty.run();
      } catch (RuntimeException e) {
        LOG.warn("A duty of the sweep failed", e);
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private int forgetFirstAnswers() {
    return jdbc.sql(
            "DELETE FROM runtime.idempotency WHERE created_at < now() - interval '24 hours'")
        .update();
  }

  private int forgetHandled() {
    return jdbc.sql("DELETE FROM runtime.inbox WHERE handled_at < now() - interval '7 days'")
        .update();
  }
}
