package app.madang.contracts.events;

import java.util.UUID;

/** {@code document.chunked.v1}: a document is found by its words; its vectors are missing. */
public record DocumentChunked(UUID documentId) {}
