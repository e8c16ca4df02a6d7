package app.madang.functions.chat.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Embeddings as OpenAI's clients ask for them.
 *
 * @param base64 whether vectors are written as the bytes of their floats, which OpenAI's own
 *     clients ask for
 */
record EmbeddingRequest(
    String model, List<String> input, boolean base64, @Nullable Integer dimensions) {

  private static final int MOST_TEXTS = 2048;
  private static final int MOST_DIMENSIONS = 10_000;
  private static final Set<String> KNOWN =
      Set.of("model", "input", "encoding_format", "dimensions", "user");

  static EmbeddingRequest of(JsonNode body) {
    for (String field : body.propertyNames()) {
      if (!KNOWN.contains(field)) {
        throw OpenAiProblem.invalid(field, "Unrecognized request argument supplied: " + field);
      }
    }
    String model = body.path("model").asString("");
    if (!ChatRequest.MODEL.matcher(model).matches()) {
      throw OpenAiProblem.invalid("model", "you must provide a model parameter");
    }
    return new EmbeddingRequest(
        model,
        texts(body.path("input")),
        base64(body.path("encoding_format")),
        dimensions(body.path("dimensions")));
  }

  private static List<String> texts(JsonNode input) {
    if (input.isString()) {
      return List.of(text(input));
    }
    if (!input.isArray() || input.isEmpty() || input.size() > MOST_TEXTS) {
      throw OpenAiProblem.invalid(
          "input", "input must be a string or an array of 1 to " + MOST_TEXTS + " strings");
    }
    List<String> texts = new ArrayList<>(input.size());
    for (JsonNode one : input) {
      texts.add(text(one));
    }
    return texts;
  }

  private static String text(JsonNode node) {
    if (node.isNumber() || node.isArray()) {
      // personal data cannot be found in them
      throw OpenAiProblem.invalid(
          "input",
          "Arrays of tokens are not taken: send text. (langchain: check_embedding_ctx_length=False)");
    }
    if (!node.isString() || node.stringValue().isBlank()) {
      throw OpenAiProblem.invalid("input", "input must hold text that is not empty");
    }
    return node.stringValue();
  }

  private static boolean base64(JsonNode node) {
    return switch (node.isMissingNode() || node.isNull() ? "float" : node.asString("")) {
      case "float" -> false;
      case "base64" -> true;
      default ->
          throw OpenAiProblem.invalid("encoding_format", "must be either 'float' or 'base64'");
    };
  }

  private static @Nullable Integer dimensions(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!node.isIntegralNumber() || node.asLong() < 1 || node.asLong() > MOST_DIMENSIONS) {
      throw OpenAiProblem.invalid("dimensions", "must be between 1 and " + MOST_DIMENSIONS);
    }
    return node.asInt();
  }
}
