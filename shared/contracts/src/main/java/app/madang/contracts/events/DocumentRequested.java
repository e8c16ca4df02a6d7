package app.madang.contracts.events;

import java.util.UUID;

/** {@code document.requested.v1}: read this document (again). */
public record DocumentRequested(UUID documentId) {}
