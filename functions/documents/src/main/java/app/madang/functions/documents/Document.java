package app.madang.functions.documents;

import app.madang.knowledge.DocumentStatus;
import app.madang.knowledge.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document as the caller sees it.
 *
 * @param meaningFailure why it is found by its words alone
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
    @Nullable Failure meaningFailure,
    @Nullable List<Failure> omissions,
    int passageCount,
    int embeddedCount,
    PersonRef createdBy,
    Instant createdAt,
    Instant updatedAt,
    @Nullable UUID folderId,
    List<String> tags,
    Map<String, String> metadata,
    @Nullable Instant expiresAt,
    int version,
    Standing standing,
    @Nullable Replacement replacement) {

  /** A newer version that cannot be read yet. */
  record Replacement(UUID documentId, int version, DocumentStatus status) {}

  /** Why it, or a part of it, could not be read, in the caller's language. */
  record Failure(String code, String message) {}

  /** Who uploaded it. */
  record PersonRef(UUID id, String name) {}
}
