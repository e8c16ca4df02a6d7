package app.madang.functions.documents;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Searches leave an expired document out from the very moment. A month later, time enough to notice
 * and to move the date, it is deleted as if by hand.
 */
final class ExpiredDocuments {

  private static final String SWEEP =
      """
      UPDATE knowledge.documents SET status = 'DELETING', updated_at = now(), emitted_at = '-infinity'
      WHERE id IN (
        SELECT id FROM knowledge.documents
        WHERE expires_at < now() - interval '30 days' AND status <> 'DELETING'
        ORDER BY expires_at LIMIT 200 FOR UPDATE SKIP LOCKED)
      """;

  private final Sweeper sweeper;
  private final JdbcClient jdbc;

  ExpiredDocuments(Sweeper sweeper, JdbcClient jdbc) {
    this.sweeper = sweeper;
    this.jdbc = jdbc;
  }

  int remove() {
    return sweeper.call(() -> jdbc.sql(SWEEP).update());
  }
}
