package app.madang.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a document's life that the workers take. Each is one {@code UPDATE … WHERE status =
 * ?} in the caller's transaction: a redelivered or late event finds another state and changes
 * nothing.
 */
public interface Documents {

  /**
   * Claims a document for reading: UPLOADING becomes PARSING. One that is PARSING already (retried,
   * re-emitted, redelivered after a crash) is handed out again; the first to finish wins.
   *
   * @param objectGeneration what the storage's notification told; null keeps the one known
   * @return nothing when there is nothing to do: gone, being deleted, read already or failed
   */
  Optional<ClaimedDocument> claim(UUID documentId, @Nullable Long objectGeneration);

  /**
   * PARSING becomes CHUNKED. Call it before {@link PassageWriter#replace} in the same transaction:
   * it locks the document, and false means that another worker was first, so write nothing.
   */
  default boolean chunked(UUID documentId, int passageCount) {
    return chunked(documentId, passageCount, List.of());
  }

  /** The same for a document of which something was left out. */
  boolean chunked(UUID documentId, int passageCount, List<Omission> omissions);

  /** What the bytes of a document that is PARSING really hash to, whatever was announced. */
  void hashed(UUID documentId, String sha256);

  /** PARSING becomes FAILED. False when another worker was first. */
  boolean failed(UUID documentId, FailureCode code);
}
