package app.madang.contracts.events;

import java.util.UUID;

/** {@code connector.due.v1}: go on with this connector. */
public record ConnectorDue(UUID connectorId) {}
