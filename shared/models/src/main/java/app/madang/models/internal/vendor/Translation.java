package app.madang.models.internal.vendor;

import app.madang.models.CallId;
import app.madang.models.ModelMessage;
import app.madang.models.ModelMessage.FromModel;
import app.madang.models.ModelMessage.FromPerson;
import app.madang.models.ModelMessage.Image;
import app.madang.models.ModelMessage.Part;
import app.madang.models.ModelMessage.SystemText;
import app.madang.models.ModelMessage.Text;
import app.madang.models.ModelMessage.ToolResult;
import app.madang.models.ModelRequest;
import app.madang.models.ModelRequest.Format;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What all vendors share of langchain4j's words. */
final class Translation {

  private Translation() {}

  static ChatRequest of(ModelRequest request, ChatRequestParameters parameters) {
    return of(request, parameters, said -> Map.of());
  }

  /** The same, with what a vendor wants back of what its model said. */
  static ChatRequest of(
      ModelRequest request,
      ChatRequestParameters parameters,
      Function<FromModel, Map<String, Object>> attributes) {
    List<ChatMessage> messages =
        request.messages().stream().map(message -> message(message, attributes)).toList();
    return ChatRequest.builder().messages(messages).parameters(parameters).build();
  }

  static void parameters(
      ModelRequest request, Endpoint endpoint, DefaultChatRequestParameters.Builder<?> into) {
    if (endpoint.sampling()) {
      into.temperature(request.sampling().temperature());
      into.topP(request.sampling().topP());
    }
    into.maxOutputTokens(request.sampling().maxOutputTokens());
    if (!request.sampling().stop().isEmpty()) {
      into.stopSequences(request.sampling().stop());
    }
    if (!request.tools().isEmpty()) {
      into.toolSpecifications(request.tools().stream().map(Translation::tool).toList());
      into.toolChoice(
          switch (request.toolChoice()) {
            case AUTO -> ToolChoice.AUTO;
            case REQUIRED -> ToolChoice.REQUIRED;
            case NONE -> ToolChoice.NONE;
          });
    }
    if (request.format().kind() != Format.Kind.TEXT) {
      into.responseFormat(format(request.format()));
    }
  }

  private static ResponseFormat format(Format format) {
    ResponseFormat.Builder json = ResponseFormat.builder().type(ResponseFormatType.JSON);
    if (format.kind() == Format.Kind.SCHEMA) {
      String name = format.name();
      json.jsonSchema(
          JsonSchema.builder()
              .name(name == null ? "answer" : name)
              .rootElement(JsonRawSchema.from(Objects.requireNonNull(format.schema())))
              .build());
    }
    return json.build();
  }

  private static ToolSpecification tool(ModelRequest.Tool tool) {
    return ToolSpecification.builder()
        .name(tool.name())
        .description(tool.description())
        .parameters(ObjectSchema.of(tool.parameters()))
        .strict(tool.strict())
        .build();
  }

  private static ChatMessage message(
      ModelMessage message, Function<FromModel, Map<String, Object>> attributes) {
    return switch (message) {
      case SystemText(String text) -> SystemMessage.from(text);
      case FromPerson(List<Part> parts) ->
          UserMessage.from(parts.stream().map(Translation::content).toList());
      case FromModel said -> said(said, attributes.apply(said));
      case ToolResult(String id, String name, String text) ->
          ToolExecutionResultMessage.from(CallId.parse(id).id(), name, text);
    };
  }

  private static Content content(Part part) {
    return switch (part) {
      case Text(String text) -> TextContent.from(text);
      case Image(String mediaType, String base64) -> ImageContent.from(base64, mediaType);
    };
  }

  private static AiMessage said(FromModel said, Map<String, Object> attributes) {
    return AiMessage.builder()
        .text(said.text())
        .toolExecutionRequests(
            said.calls().stream()
                .map(
                    call ->
                        ToolExecutionRequest.builder()
                            .id(CallId.parse(call.id()).id())
                            .name(call.name())
                            .arguments(call.arguments())
                            .build())
                .toList())
        .attributes(attributes)
        .build();
  }
}
