package app.madang.functions.documents;

import app.madang.contracts.EventType;
import app.madang.contracts.events.DocumentRequested;
import app.madang.knowledge.ClaimedDocument;
import app.madang.knowledge.DocumentStatus;
import app.madang.runtime.Outbox;
import app.madang.runtime.Transactions;
import app.madang.runtime.storage.ObjectStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody watches an upload that does not go on: are its bytes there and only the news of it got
 * lost? Then the reading is asked for now, and not at the sweep two minutes later.
 */
final class ArrivedUploads {

  /** Before that the notification is merely on its way. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Storage is asked about a document once in this time, however many watch it. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private static final int AT_ONCE = 5;
  private static final int REMEMBERED = 1000;

  private final Transactions transactions;
  private final Outbox outbox;
  private final ObjectStorage storage;
  private final Map<UUID, Instant> asked =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  ArrivedUploads(Transactions transactions, Outbox outbox, ObjectStorage storage) {
    this.transactions = transactions;
    this.outbox = outbox;
    this.storage = storage;
  }

  /** Looks for the bytes of what waits for them; outside of any transaction. */
  void lookFor(List<Document> documents) {
    documents.stream()
        .filter(
            document ->
                document.status() == DocumentStatus.UPLOADING
                    && isDue(document.id(), document.createdAt()))
        .limit(AT_ONCE)
        .map(Document::id)
        .forEach(this::ask);
  }

  /** The same for one that waits for its bytes. */
  void lookFor(UUID id, Instant createdAt) {
    if (isDue(id, createdAt)) {
      ask(id);
    }
  }

  private void ask(UUID id) {
    if (storage.find(ClaimedDocument.objectName(id)).isPresent()) {
      request(id);
    }
  }

  private void request(UUID id) {
    transactions.run(
        () -> outbox.append(EventType.DOCUMENT_REQUESTED.topic(), new DocumentRequested(id)));
  }

  private boolean isDue(UUID id, Instant createdAt) {
    Instant now = Instant.now();
    if (createdAt.isAfter(now.minus(PATIENCE))) {
      return false;
    }
    synchronized (asked) {
      Instant last = asked.getOrDefault(id, Instant.MIN);
      boolean due = last.isBefore(now.minus(PAUSE));
      if (due) {
        asked.put(id, now);
      }
      return due;
    }
  }
}
