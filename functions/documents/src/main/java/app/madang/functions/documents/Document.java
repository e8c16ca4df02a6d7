package app.madang.functions.documents;

import app.madang.knowledge.DocumentStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document as the caller sees it.
 *
 * @param omissions what was left out of what was read
 */
record Document(
    UUID id,
    UUID collectionId,
    String name,
    long size,
    String contentType,
    DocumentStatus status,
    @Nullable Failure failure,
    @Nullable List<Failure> omissions,
    int passageCount,
    int embeddedCount,
    PersonRef createdBy,
    Instant createdAt,
    Instant updatedAt) {

  /** Why it, or a part of it, could not be read, in the caller's language. */
  record Failure(String code, String message) {}

  /** Who uploaded it. */
  record PersonRef(UUID id, String name) {}
}
