package app.madang.knowledge;

import java.util.List;
import java.util.UUID;

/** What the embedding worker reads and writes, in the caller's transaction. */
public interface DocumentVectors {

  /** The dimensions of every vector. */
  int DIMENSIONS = 384;

  /**
   * The next passages of a CHUNKED document without a vector, in order; empty when all have one or
   * the document is not CHUNKED. Work in small batches, each with its transaction: a crash loses
   * one batch.
   */
  List<PassageText> pendingVectors(UUID documentId, int limit);

  /** Writes a batch; passages that have a vector or are gone are left alone. */
  void writeVectors(UUID documentId, String model, List<PassageVector> vectors);

  /** CHUNKED becomes READY when no passage lacks a vector; false otherwise. */
  boolean ready(UUID documentId);
}
