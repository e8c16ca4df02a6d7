package app.madang.models.door;

import app.madang.metering.Spender;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom a request's attempts are charged to. */
record Payer(
    UUID requestId, Spender spender, @Nullable UUID apiKeyId, @Nullable UUID conversationId) {

  static Payer of(DoorRequest request) {
    return new Payer(request.id(), request.spender(), request.apiKeyId(), request.conversationId());
  }
}
