package app.madang.functions.documents;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Deleted collections whose last document is gone: their row, their statistics, their grants. */
final class EmptiedCollections {

  private static final String FORGET =
      """
      WITH gone AS (
        DELETE FROM knowledge.collections c
        WHERE c.deleted_at IS NOT NULL
          AND NOT EXISTS (SELECT FROM knowledge.documents d WHERE d.collection_id = c.id)
        RETURNING number, acl_id
      ), totals AS (
        DELETE FROM knowledge.corpus_deltas WHERE collection IN (SELECT number FROM gone)
      )
      SELECT count(*) FROM (SELECT identity.delete_acl(acl_id) FROM gone) d
      """;

  private final Sweeper sweeper;
  private final JdbcClient jdbc;

  EmptiedCollections(Sweeper sweeper, JdbcClient jdbc) {
    this.sweeper = sweeper;
    this.jdbc = jdbc;
  }

  long forget() {
    return sweeper.call(() -> jdbc.sql(FORGET).query(Long.class).single());
  }
}
