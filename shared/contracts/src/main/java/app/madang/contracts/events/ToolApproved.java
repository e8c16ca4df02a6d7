package app.madang.contracts.events;

import java.util.UUID;

/** {@code tool.approved.v1}: a reviewer has approved a tool; release it. */
public record ToolApproved(UUID toolId) {}
