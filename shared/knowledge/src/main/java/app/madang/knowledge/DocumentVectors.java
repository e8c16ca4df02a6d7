package app.madang.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the embedding worker reads and writes, in the caller's transaction. */
public interface DocumentVectors {

  /** Which vectors a document needs; empty when it is gone. */
  Optional<EmbeddingTargets> targets(UUID documentId);

  /**
   * The next passages of a searchable document without a vector of a space, in order; empty when
   * all have one. Work in small batches, each with its transaction: a crash loses one batch.
   */
  List<PassageText> pendingVectors(UUID documentId, EmbeddingSpace space, int limit);

  /** Writes a batch; passages that have a vector or are gone are left alone. */
  void writeVectors(UUID documentId, EmbeddingSpace space, List<PassageVector> vectors);

  /**
   * The vectors of a CHUNKED document cannot be made now. True when that is enough: its owner sees
   * why, and it is tried again every hour; false when it should be tried again at once.
   */
  boolean failed(UUID documentId, MeaningFailure failure);

  /**
   * CHUNKED becomes READY when no passage lacks a vector that searches compare; false otherwise.
   */
  boolean ready(UUID documentId);
}
