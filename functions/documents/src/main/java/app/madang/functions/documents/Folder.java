package app.madang.functions.documents;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place in a collection; {@code parentId} is absent at its top. */
record Folder(
    UUID id,
    UUID collectionId,
    @Nullable UUID parentId,
    String name,
    long documentCount,
    Instant createdAt) {}
