package app.madang.functions.ingestion;

import app.madang.contracts.events.DocumentRequested;
import app.madang.contracts.events.ObjectFinalized;
import app.madang.knowledge.ClaimedDocument;
import app.madang.runtime.Transactions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a document from its bytes to its passages: claimed in one transaction, parsed in none,
 * recorded in another. A crash at any moment leaves it claimed, and the next event does it again
 * with the same result.
 */
final class Ingestion {

  private static final Logger LOG = LoggerFactory.getLogger(Ingestion.class);

  private final Transactions transactions;
  private final DocumentParsing parsing;
  private final IngestionLedger ledger;

  /** What is being read here: an event that comes again meanwhile would only do it twice. */
  private final Set<UUID> underway = ConcurrentHashMap.newKeySet();

  Ingestion(Transactions transactions, DocumentParsing parsing, IngestionLedger ledger) {
    this.transactions = transactions;
    this.parsing = parsing;
    this.ledger = ledger;
  }

  /** The bytes of a document are complete. */
  void objectFinalized(ObjectFinalized event) {
    Optional<UUID> document = documentOf(event.objectId());
    if (document.isEmpty()) {
      LOG.warn("An object that is no document's: {}", event.objectId());
      return;
    }
    ingest(document.get(), event.objectGeneration());
  }

  /**
   * Somebody wants a document read again, or an earlier event got lost, or the words of one that
   * was read are an older analysis's.
   */
  void documentRequested(DocumentRequested event) {
    ingest(event.documentId(), null);
  }

  private void ingest(UUID documentId, @Nullable Long generation) {
    if (!underway.add(documentId)) {
      LOG.info("Document {} is being read already", documentId);
      return;
    }
    try {
      read(documentId, generation);
    } finally {
      underway.remove(documentId);
    }
  }

  private void read(UUID documentId, @Nullable Long generation) {
    Optional<ClaimedDocument> claimed =
        transactions.call(() -> ledger.claim(documentId, generation));
    if (claimed.isEmpty()) {
      renew(documentId);
      return;
    }
    // a claim renewed keeps the sweep from asking others for what takes long here
    Reading reading =
        parsing.parse(
            claimed.get(),
            () -> transactions.call(() -> ledger.claim(documentId, null)).isPresent());
    transactions.run(() -> ledger.record(documentId, reading));
  }

  /** Block by block: whatever stops it, the rest is asked for again. */
  private void renew(UUID documentId) {
    int renewed = 0;
    int some = transactions.call(() -> ledger.renew(documentId));
    while (some > 0) {
      renewed += some;
      some = transactions.call(() -> ledger.renew(documentId));
    }
    LOG.info("Document {} has nothing to read; words renewed of {}", documentId, renewed);
  }

  private static Optional<UUID> documentOf(String objectName) {
    String id = objectName.substring(objectName.lastIndexOf('/') + 1);
    try {
      UUID documentId = UUID.fromString(id);
      return Optional.of(documentId)
          .filter(known -> ClaimedDocument.objectName(known).equals(objectName));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
