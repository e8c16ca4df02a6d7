package app.madang.knowledge.internal;

import app.madang.knowledge.StatisticsCompactor;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Replaces many deltas of one sum by their sum; a reader sees either, never both. */
final class SqlStatisticsCompactor implements StatisticsCompactor {

  /** Of the advisory lock: any number that nothing else takes. */
  private static final long LOCK = 0x6d61_6461_6e67_0001L;

  /** Each document adds one row of totals; a collection with this many is worth the work. */
  private static final int WORTHWHILE = 16;

  private static final String DUE =
      """
      SELECT collection FROM knowledge.corpus_deltas
      GROUP BY collection HAVING count(*) >= :worthwhile ORDER BY count(*) DESC LIMIT 20
      """;

  private static final String FOLD_TOTALS =
      """
      WITH gone AS (
        DELETE FROM knowledge.corpus_deltas WHERE collection IN (:due)
        RETURNING collection, passages, length, acl_id
      ), folded AS (
        INSERT INTO knowledge.corpus_deltas (collection, passages, length, acl_id)
        SELECT collection, sum(passages), sum(length), acl_id FROM gone
        GROUP BY collection, acl_id HAVING sum(passages) <> 0 OR sum(length) <> 0
        RETURNING 1
      )
      SELECT (SELECT count(*) FROM gone) - (SELECT count(*) FROM folded)
      """;

  private final JdbcClient jdbc;

  SqlStatisticsCompactor(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public int compact() {
    boolean mine =
        jdbc.sql("SELECT pg_try_advisory_xact_lock(:lock)")
            .param("lock", LOCK)
            .query(Boolean.class)
            .single();
    if (!mine) {
      return 0;
    }
    List<Long> due = jdbc.sql(DUE).param("worthwhile", WORTHWHILE).query(Long.class).list();
    if (due.isEmpty()) {
      return 0;
    }
    return jdbc.sql(FOLD_TOTALS).param("due", due).query(Integer.class).single();
  }
}
