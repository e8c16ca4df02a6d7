package app.madang.functions.embedding;

import app.madang.contracts.Clearance;
import app.madang.contracts.events.DocumentChunked;
import app.madang.knowledge.DocumentVectors;
import app.madang.knowledge.EmbeddingPort.EmbeddingUnavailableException;
import app.madang.knowledge.EmbeddingPort.Purpose;
import app.madang.knowledge.EmbeddingSpace;
import app.madang.knowledge.EmbeddingTargets;
import app.madang.knowledge.MeaningFailure;
import app.madang.knowledge.PassageText;
import app.madang.knowledge.PassageVector;
import app.madang.models.masking.PersonalDataBlocked;
import app.madang.models.routing.RoutingProblem;
import app.madang.models.routing.RoutingProblem.Reason;
import app.madang.runtime.EventContext;
import app.madang.runtime.Inbox;
import app.madang.runtime.Transactions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a document from found by its words to found by its meaning, a batch a transaction: a crash
 * loses one batch, and the next delivery goes on where the vectors end.
 */
final class DocumentEmbedding implements Consumer<DocumentChunked> {

  private static final Logger LOG = LoggerFactory.getLogger(DocumentEmbedding.class);
  private static final int BATCH = 16;

  /** Below the longest time that a push may take: a book goes on with its next delivery. */
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private final Transactions transactions;
  private final Inbox inbox;
  private final DocumentVectors vectors;
  private final RoutedEmbedding model;
  private final OneAtATime documents = new OneAtATime();

  /** One batch at a time, in turn, so that a book does not hold up a memo, nor either a search. */
  private final Semaphore turns = new Semaphore(1, true);

  DocumentEmbedding(
      Transactions transactions, Inbox inbox, DocumentVectors vectors, RoutedEmbedding model) {
    this.transactions = transactions;
    this.inbox = inbox;
    this.vectors = vectors;
    this.model = model;
  }

  @Override
  public void accept(DocumentChunked event) {
    UUID documentId = event.documentId();
    try {
      documents.run(documentId, () -> embed(documentId));
    } catch (EmbeddingUnavailableException e) {
      MeaningFailure why = failure(e);
      if (!transactions.call(() -> vectors.failed(documentId, why))) {
        throw e;
      }
      LOG.warn("Document {} is found by words alone: {}", documentId, why.code(), e);
      return;
    }
    transactions.run(
        () -> {
          if (inbox.firstTime(EventContext.current().subscription()) && vectors.ready(documentId)) {
            LOG.info("Document {} is ready", documentId);
          }
        });
  }

  private static MeaningFailure failure(EmbeddingUnavailableException e) {
    return switch (e.getCause()) {
      case RoutingProblem problem when problem.reason() == Reason.CLEARANCE ->
          MeaningFailure.NOT_CLEARED;
      case RoutingProblem _ -> MeaningFailure.NO_MODEL;
      case PersonalDataBlocked _ -> MeaningFailure.PERSONAL_DATA;
      case null, default -> MeaningFailure.UNAVAILABLE;
    };
  }

  private void embed(UUID documentId) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Optional<EmbeddingTargets> found = transactions.read(() -> vectors.targets(documentId));
    if (found.isEmpty()) {
      return;
    }
    EmbeddingTargets targets = found.get();
    for (EmbeddingSpace space : targets.inOrder()) {
      // the company changes its model, not who brought the document
      Bill bill =
          space.equals(targets.current()) ? Bill.ofDocument(targets.broughtBy()) : Bill.ofCompany();
      while (batch(documentId, space, targets.clearance(), bill)) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("document " + documentId + " goes on next time");
        }
      }
      // what searches need is there: the document need not wait for the other model
      transactions.run(() -> vectors.ready(documentId));
    }
  }

  private boolean batch(UUID documentId, EmbeddingSpace space, Clearance data, Bill bill) {
    List<PassageText> pending =
        transactions.read(() -> vectors.pendingVectors(documentId, space, BATCH));
    if (pending.isEmpty()) {
      return false;
    }
    turns.acquireUninterruptibly();
    try {
      List<float[]> embedded =
          model.embed(
              space, Purpose.PASSAGE, pending.stream().map(PassageText::text).toList(), data, bill);
      List<PassageVector> batch =
          IntStream.range(0, pending.size())
              .mapToObj(i -> new PassageVector(pending.get(i).passage(), embedded.get(i)))
              .toList();
      transactions.run(() -> vectors.writeVectors(documentId, space, batch));
      return true;
    } finally {
      turns.release();
    }
  }
}
