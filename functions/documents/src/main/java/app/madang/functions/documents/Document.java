package app.madang.functions.documents;

import app.madang.knowledge.DocumentStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document as the caller sees it. */
record Document(
    UUID id,
    UUID collectionId,
    String name,
    long size,
    String contentType,
    DocumentStatus status,
    @Nullable Failure failure,
    int passageCount,
    int embeddedCount,
    PersonRef createdBy,
    Instant createdAt,
    Instant updatedAt) {

  /** Why it could not be read, in the caller's language. */
  record Failure(String code, String message) {}

  /** Who uploaded it. */
  record PersonRef(UUID id, String name) {}
}
