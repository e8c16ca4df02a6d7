package app.madang.functions.documents;

import app.madang.functions.documents.Document.Failure;
import app.madang.knowledge.DocumentStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document for a tool's form, as its owner sees it.
 *
 * @param status never CHUNKED or DELETING
 * @param failure why it could not be read; null unless it failed
 * @param omissions what was left out; null for nothing
 * @param pages pages or slides; null before it is read, and where a format has none
 * @param characters of the whole text; null before it is read
 * @param expiresAt when it is gone
 */
record FormFile(
    UUID id,
    String name,
    long size,
    DocumentStatus status,
    @Nullable Failure failure,
    @Nullable List<Failure> omissions,
    @Nullable Integer pages,
    @Nullable Integer characters,
    Instant createdAt,
    Instant expiresAt) {}
