package app.madang.functions.chat.mcp;

import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who calls a tool, beside the person of the scope.
 *
 * @param keyId the API key that was shown; null for a person's own token
 * @param cancelled whether nobody waits for the result any more
 */
public record McpCaller(@Nullable UUID keyId, BooleanSupplier cancelled) {}
