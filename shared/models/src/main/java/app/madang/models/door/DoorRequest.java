package app.madang.models.door;

import app.madang.contracts.Clearance;
import app.madang.metering.Spender;
import app.madang.models.ModelRequest;
import app.madang.models.routing.Selection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of a model.
 *
 * @param id one for all attempts
 * @param data who may see what is sent
 * @param spender who pays
 * @param placeholders the conversation's
 */
public record DoorRequest(
    UUID id,
    Selection selection,
    ModelRequest request,
    Clearance data,
    Spender spender,
    @Nullable UUID apiKeyId,
    @Nullable UUID conversationId,
    PlaceholderBook placeholders) {}
