package app.madang.models.door;

import app.madang.contracts.Clearance;
import app.madang.metering.Spender;
import app.madang.models.ModelRequest;
import app.madang.models.masking.Placeholders;
import app.madang.models.masking.Unmasker;
import app.madang.models.routing.Selection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of a model.
 *
 * @param id one for all attempts
 * @param data who may see what is sent
 * @param spender who pays
 * @param placeholders the conversation's
 * @param inClear of each of the tools, the fields whose values are restored in what it is called
 *     with; null when the call goes back to who asked, who gets all
 */
public record DoorRequest(
    UUID id,
    Selection selection,
    ModelRequest request,
    Clearance data,
    Spender spender,
    @Nullable UUID apiKeyId,
    @Nullable UUID conversationId,
    PlaceholderBook placeholders,
    @Nullable Map<String, List<String>> inClear) {

  /** Tools are the asker's own. */
  public DoorRequest(
      UUID id,
      Selection selection,
      ModelRequest request,
      Clearance data,
      Spender spender,
      @Nullable UUID apiKeyId,
      @Nullable UUID conversationId,
      PlaceholderBook placeholders) {
    this(id, selection, request, data, spender, apiKeyId, conversationId, placeholders, null);
  }

  /** The same, its tools run here: of each the fields that get their values. */
  public DoorRequest inClear(Map<String, List<String>> fields) {
    return new DoorRequest(
        id, selection, request, data, spender, apiKeyId, conversationId, placeholders, fields);
  }

  /** The same once more: what it takes is counted by itself. */
  public DoorRequest again() {
    return new DoorRequest(
        UUID.randomUUID(),
        selection,
        request,
        data,
        spender,
        apiKeyId,
        conversationId,
        placeholders,
        inClear);
  }

  /** The arguments of a tool's call as whoever runs it gets them. */
  String restored(String tool, String arguments, Placeholders known) {
    if (inClear == null) {
      return Unmasker.restoreStrings(arguments, known);
    }
    try {
      return Unmasker.restoreFields(arguments, inClear.getOrDefault(tool, List.of()), known);
    } catch (IllegalArgumentException e) {
      // no JSON: nothing of it is put in clear
      return arguments;
    }
  }
}
