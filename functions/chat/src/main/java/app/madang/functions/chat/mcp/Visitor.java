package app.madang.functions.chat.mcp;

import app.madang.runtime.Caller;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A program that calls for somebody.
 *
 * @param keyId the API key that was shown; null for a person's own token
 * @param admitted whether that may go on
 */
public record Visitor(Caller caller, @Nullable UUID keyId, BooleanSupplier admitted) {

  /** What counts how often it asks: a key has a bucket of its own, as at the other door. */
  public UUID bucket() {
    return keyId == null ? caller.id() : keyId;
  }
}
