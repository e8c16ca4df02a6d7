package app.madang.functions.documents;

import app.madang.contracts.EventType;
import app.madang.contracts.events.DocumentRequested;
import app.madang.knowledge.WordAnalysis;
import app.madang.runtime.Outbox;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes the index to a newer analysis: asks for the documents whose words an older one made, some a
 * round. The worker goes on where it was; whatever stops, the next round asks again.
 */
final class WordRenewals {

  private static final int DOCUMENTS = 500;

  private static final String ASK =
      """
      UPDATE knowledge.documents SET renewal_asked_at = now() WHERE id IN (
        SELECT id FROM knowledge.documents
        WHERE status IN ('CHUNKED', 'READY') AND analyzer < :version
          AND (renewal_asked_at IS NULL OR renewal_asked_at < now() - interval '2 minutes')
        ORDER BY renewal_asked_at NULLS FIRST, id LIMIT :limit FOR UPDATE SKIP LOCKED)
      RETURNING id
      """;

  private final Sweeper sweeper;
  private final JdbcClient jdbc;
  private final Outbox outbox;

  WordRenewals(Sweeper sweeper, JdbcClient jdbc, Outbox outbox) {
    this.sweeper = sweeper;
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  int ask() {
    return sweeper.call(
        () -> {
          List<UUID> stale =
              jdbc.sql(ASK)
                  .param("version", WordAnalysis.VERSION)
                  .param("limit", DOCUMENTS)
                  .query(UUID.class)
                  .list();
          stale.forEach(
              id -> outbox.append(EventType.DOCUMENT_REQUESTED.topic(), new DocumentRequested(id)));
          return stale.size();
        });
  }
}
