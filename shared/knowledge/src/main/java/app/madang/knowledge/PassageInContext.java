package app.madang.knowledge;

import java.util.UUID;

/**
 * A passage with the text around it.
 *
 * @param version of its document
 * @param before the passage before it; empty at the start
 * @param after the passage after it; empty at the end
 */
public record PassageInContext(
    UUID id,
    UUID documentId,
    String documentName,
    UUID collectionId,
    Location location,
    int version,
    Standing standing,
    String text,
    String before,
    String after) {}
