package app.madang.functions.documents;

import java.time.Instant;
import java.util.UUID;

/** A collection as the caller sees it. */
record Collection(
    UUID id, String name, CollectionRole role, long documentCount, Instant createdAt) {}
