package app.madang.functions.chat.openai;

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
import app.madang.models.Turn;
import app.madang.models.Turn.Speaker;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Turns a chat completion into a question to a tool. */
final class ToolQuestions {

  private static final int MOST_CHARS = 20_000;

  private ToolQuestions() {}

  /**
   * How the tool answers is the tool's: what the caller says as the system is heard as something
   * that a person said, and functions or forms of the caller's own are refused.
   */
  static ToolModels.Question of(ChatRequest asked, UUID toolId, UUID answerId, UUID keyId) {
    ModelRequest request = asked.request();
    if (!request.tools().isEmpty()) {
      throw OpenAiProblem.invalid("tools", "This model is a tool itself and calls no functions.");
    }
    if (request.format().kind() != Format.Kind.TEXT) {
      throw OpenAiProblem.invalid("response_format", "How this model answers is its own.");
    }
    List<ModelMessage> messages = request.messages();
    if (!(messages.getLast() instanceof FromPerson last)) {
      throw OpenAiProblem.invalid("messages", "The last message must be the user's.");
    }
    String text = text(last.parts());
    if (text.isBlank() || text.length() > MOST_CHARS) {
      throw OpenAiProblem.invalid(
          "messages", "The last message must have 1 to " + MOST_CHARS + " characters.");
    }
    return new ToolModels.Question(
        answerId,
        toolId,
        keyId,
        history(messages.subList(0, messages.size() - 1)),
        text,
        images(last.parts()),
        request.sampling());
  }

  private static List<Turn> history(List<ModelMessage> before) {
    List<Turn> history = new ArrayList<>();
    for (ModelMessage message : before) {
      switch (message) {
        case SystemText(String text) -> history.add(new Turn(Speaker.PERSON, text));
        case FromPerson(List<Part> parts) -> history.add(new Turn(Speaker.PERSON, text(parts)));
        case FromModel(String text, var calls) when text != null && calls.isEmpty() ->
            history.add(new Turn(Speaker.MODEL, text));
        case FromModel called ->
            throw OpenAiProblem.invalid("messages", "This model calls no functions.");
        case ToolResult result ->
            throw OpenAiProblem.invalid("messages", "This model calls no functions.");
      }
    }
    return history;
  }

  private static String text(List<Part> parts) {
    StringBuilder joined = new StringBuilder();
    for (Part part : parts) {
      if (part instanceof Text(String text)) {
        joined.append(joined.isEmpty() ? "" : "\n").append(text);
      }
    }
    return joined.toString();
  }

  private static List<Image> images(List<Part> parts) {
    return parts.stream().filter(Image.class::isInstance).map(Image.class::cast).toList();
  }
}
