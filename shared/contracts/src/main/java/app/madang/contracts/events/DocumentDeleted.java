package app.madang.contracts.events;

import java.util.UUID;

/** {@code document.deleted.v1}: a document is hidden; remove what is left of it. */
public record DocumentDeleted(UUID documentId) {}
