package app.madang.functions.documents;

import app.madang.identity.SubjectKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A collection as the caller sees it.
 *
 * @param owner absent when its owners' group is gone
 * @param clearance which vendors may be sent its documents: the code of a {@link
 *     app.madang.contracts.Clearance}
 * @param updatedAt when it was made or one of its documents changed last
 */
record Collection(
    UUID id,
    String name,
    CollectionRole role,
    long documentCount,
    @Nullable Owner owner,
    Sharing sharing,
    String clearance,
    Instant createdAt,
    Instant updatedAt) {

  /** Who answers for it: its maker while they own it, else who owns it longest. */
  record Owner(SubjectKind kind, UUID id, String name) {}

  /** Who else was given it directly. */
  record Sharing(int people, int groups, boolean everyone) {}
}
