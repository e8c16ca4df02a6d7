package app.madang.models.door;

import app.madang.models.ModelMessage;
import app.madang.models.ModelMessage.FromModel;
import app.madang.models.ModelMessage.FromPerson;
import app.madang.models.ModelMessage.Image;
import app.madang.models.ModelMessage.Part;
import app.madang.models.ModelMessage.SystemText;
import app.madang.models.ModelMessage.Text;
import app.madang.models.ModelMessage.ToolCall;
import app.madang.models.ModelMessage.ToolResult;
import app.madang.models.ModelRequest;
import app.madang.models.ModelRequest.Format;
import app.madang.models.ModelRequest.Sampling;
import app.madang.models.ModelRequest.Tool;
import app.madang.models.masking.Masked;
import app.madang.models.masking.Masker;
import app.madang.models.masking.PersonalData;
import app.madang.models.masking.Placeholders;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Masks every text of a call; pictures are not looked into. */
final class MaskedCall {

  /** The words that keep a model from taking placeholders apart. */
  private static final String HINT =
      "\n\nText like [[PHONE_1]] stands for a private value. Copy it exactly where the value"
          + " belongs; never explain, translate or invent one.";

  private final Masker masker;
  private final Placeholders placeholders;
  private final Map<PersonalData, Integer> counts = new EnumMap<>(PersonalData.class);
  private boolean any;

  MaskedCall(Masker masker, Placeholders placeholders) {
    this.masker = masker;
    this.placeholders = placeholders;
  }

  /** The call as it may leave. */
  ModelRequest of(ModelRequest request) {
    List<ModelMessage> messages = request.messages().stream().map(this::message).toList();
    ModelRequest masked =
        new ModelRequest(
            messages,
            request.tools().stream().map(this::tool).toList(),
            request.toolChoice(),
            format(request.format()),
            sampling(request.sampling()));
    return any ? hinted(masked, messages) : request;
  }

  Map<PersonalData, Integer> counts() {
    return Map.copyOf(counts);
  }

  private static ModelRequest hinted(ModelRequest request, List<ModelMessage> messages) {
    if (messages.getFirst() instanceof SystemText(String text)) {
      List<ModelMessage> all = new java.util.ArrayList<>(messages);
      all.set(0, new SystemText(text + HINT));
      return request.withMessages(all);
    }
    List<ModelMessage> all = new java.util.ArrayList<>();
    all.add(new SystemText(HINT.strip()));
    all.addAll(messages);
    return request.withMessages(all);
  }

  private ModelMessage message(ModelMessage message) {
    return switch (message) {
      case SystemText(String text) -> new SystemText(mask(text));
      case FromPerson(List<Part> parts) -> new FromPerson(parts.stream().map(this::part).toList());
      case FromModel said -> {
        String text = said.text();
        yield new FromModel(
            text == null ? null : mask(text),
            said.calls().stream()
                .map(call -> new ToolCall(call.id(), call.name(), mask(call.arguments())))
                .toList());
      }
      case ToolResult(String id, String name, String text) -> new ToolResult(id, name, mask(text));
    };
  }

  /** Its name and its parameters' names are the program's, and come back as they are. */
  private Tool tool(Tool tool) {
    String description = tool.description();
    return new Tool(
        tool.name(),
        description == null ? null : mask(description),
        maskStrings(tool.parameters()),
        tool.strict());
  }

  private Format format(Format format) {
    String schema = format.schema();
    return schema == null
        ? format
        : new Format(format.kind(), format.name(), maskStrings(schema), format.strict());
  }

  private Sampling sampling(Sampling sampling) {
    return new Sampling(
        sampling.temperature(),
        sampling.topP(),
        sampling.maxOutputTokens(),
        sampling.stop().stream().map(this::mask).toList(),
        sampling.effort(),
        sampling.rarer());
  }

  private Part part(Part part) {
    return switch (part) {
      case Text(String text) -> new Text(mask(text));
      case Image image -> image;
    };
  }

  private String mask(String text) {
    return counted(text, masker.mask(text, placeholders));
  }

  private String maskStrings(String json) {
    return counted(json, masker.maskStrings(json, placeholders));
  }

  private String counted(String text, Masked masked) {
    any |= !masked.text().equals(text);
    masked.counts().forEach((kind, count) -> counts.merge(kind, count, Integer::sum));
    return masked.text();
  }
}
