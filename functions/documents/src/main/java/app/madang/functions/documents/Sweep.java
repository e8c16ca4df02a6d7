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
 * The regular round: lost events, quiet uploads, emptied collections, statistics, old inbox rows.
 */
final class Sweep {

  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
  private static final Duration LEFT_BEHIND = Duration.ofSeconds(10);

  private static final String FORGET_COLLECTIONS =
      """
      WITH gone AS (
        DELETE FROM knowledge.collections c
        WHERE c.deleted_at IS NOT NULL
          AND NOT EXISTS (SELECT FROM knowledge.documents d WHERE d.collection_id = c.id)
        RETURNING number, acl_id
      ), terms AS (
        DELETE FROM knowledge.term_deltas WHERE collection IN (SELECT number FROM gone)
      ), totals AS (
        DELETE FROM knowledge.corpus_deltas WHERE collection IN (SELECT number FROM gone)
      )
      SELECT count(*) FROM (SELECT identity.delete_acl(acl_id) FROM gone) d
      """;

  private final OutboxPublisher publisher;
  private final StuckDocuments stuck;
  private final OpenUploads uploads;
  private final StatisticsCompactor compactor;
  private final Sweeper sweeper;
  private final JdbcClient jdbc;

  Sweep(
      OutboxPublisher publisher,
      StuckDocuments stuck,
      OpenUploads uploads,
      StatisticsCompactor compactor,
      Sweeper sweeper,
      JdbcClient jdbc) {
    this.publisher = publisher;
    this.stuck = stuck;
    this.uploads = uploads;
    this.compactor = compactor;
    this.sweeper = sweeper;
    this.jdbc = jdbc;
  }

  void handle(SweepDue due) {
    // one duty's failure must not keep the others from being done
    List<Runnable> duties =
        List.of(
            () -> publisher.sweep(LEFT_BEHIND),
            stuck::emitAgain,
            uploads::check,
            () -> sweeper.call(compactor::compact),
            () -> sweeper.call(this::forgetCollections),
            () -> sweeper.call(this::forgetHandled));
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

  private long forgetCollections() {
    return jdbc.sql(FORGET_COLLECTIONS).query(Long.class).single();
  }

  private int forgetHandled() {
    return jdbc.sql("DELETE FROM runtime.inbox WHERE handled_at < now() - interval '7 days'")
        .update();
  }
}
