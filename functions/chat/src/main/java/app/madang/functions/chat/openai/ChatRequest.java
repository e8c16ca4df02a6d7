package app.madang.functions.chat.openai;

import app.madang.models.CallId;
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
import app.madang.models.ModelRequest.Effort;
import app.madang.models.ModelRequest.Format;
import app.madang.models.ModelRequest.Rarer;
import app.madang.models.ModelRequest.Sampling;
import app.madang.models.ModelRequest.Tool;
import app.madang.models.ModelRequest.ToolChoice;
import app.madang.runtime.FiniteNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A chat completion as OpenAI's clients ask for it.
 *
 * @param usage whether a stream ends with its counts
 */
record ChatRequest(String model, ModelRequest request, boolean stream, boolean usage) {

  /** An id, or the vendor's own name, which may have a slash. */
  static final Pattern MODEL =
      Pattern.compile(
          "(?=.{1,128}$)[A-Za-z0-9][A-Za-z0-9._:-]*+(?:/[A-Za-z0-9][A-Za-z0-9._:-]*+)*+");

  private static final Pattern DATA_URL =
      Pattern.compile("data:(image/(?:png|jpeg|webp|gif));base64,([A-Za-z0-9+/=]+)");

  /** Taken, and without an effect here. */
  private static final Set<String> IGNORED =
      Set.of(
          "user",
          "metadata",
          "store",
          "service_tier",
          "safety_identifier",
          "prompt_cache_key",
          "verbosity",
          "prediction",
          "logprobs",
          "n",
          "modalities");

  private static final Set<String> KNOWN =
      Set.of(
          "model",
          "messages",
          "stream",
          "stream_options",
          "tools",
          "tool_choice",
          "response_format",
          "temperature",
          "top_p",
          "max_tokens",
          "max_completion_tokens",
          "stop",
          "reasoning_effort",
          "parallel_tool_calls",
          "seed",
          "frequency_penalty",
          "presence_penalty",
          "logit_bias");

  static ChatRequest of(JsonNode body) {
    for (String field : body.propertyNames()) {
      if (!KNOWN.contains(field) && !IGNORED.contains(field)) {
        throw OpenAiProblem.invalid(field, "Unrecognized request argument supplied: " + field);
      }
    }
    if (body.path("n").asInt(1) != 1) {
      throw OpenAiProblem.invalid("n", "Only one choice is made.");
    }
    if (body.path("logprobs").asBoolean(false)) {
      throw OpenAiProblem.invalid("logprobs", "Log probabilities are not given.");
    }
    String model = body.path("model").asString("");
    if (!MODEL.matcher(model).matches()) {
      throw OpenAiProblem.invalid("model", "you must provide a model parameter");
    }
    ModelRequest request =
        new ModelRequest(
            messages(body.path("messages")),
            offered(tools(body.path("tools")), body.path("tool_choice")),
            choice(body.path("tool_choice")),
            format(body.path("response_format")),
            sampling(body));
    return new ChatRequest(
        model,
        request,
        body.path("stream").asBoolean(false),
        body.path("stream_options").path("include_usage").asBoolean(false));
  }

  private static List<ModelMessage> messages(JsonNode nodes) {
    if (!nodes.isArray() || nodes.isEmpty()) {
      throw OpenAiProblem.invalid("messages", "messages must be an array that is not empty");
    }
    List<ModelMessage> messages = new ArrayList<>();
    Map<String, String> toolNames = new HashMap<>();
    int index = 0;
    for (JsonNode node : nodes) {
      String at = "messages.[" + index++ + "]";
      switch (node.path("role").asString("")) {
        case "system", "developer" -> messages.add(new SystemText(text(node.path("content"), at)));
        case "user" -> messages.add(new FromPerson(parts(node.path("content"), at)));
        case "assistant" -> messages.add(said(node, at, toolNames));
        case "tool" -> {
          String id = node.path("tool_call_id").asString("");
          messages.add(
              new ToolResult(
                  id, toolNames.getOrDefault(id, "tool"), text(node.path("content"), at)));
        }
        default -> throw OpenAiProblem.invalid(at + ".role", "Unknown role");
      }
    }
    return messages;
  }

  private static FromModel said(JsonNode node, String at, Map<String, String> toolNames) {
    List<ToolCall> calls = new ArrayList<>();
    for (JsonNode call : node.path("tool_calls")) {
      String id = call.path("id").asString("");
      String name = call.path("function").path("name").asString("");
      toolNames.put(id, name);
      String signature = call.at("/extra_content/google/thought_signature").asString(null);
      // Google's own way to carry it, which a history from elsewhere may hold
      String signed = signature == null ? id : new CallId(id, signature).given();
      calls.add(new ToolCall(signed, name, call.path("function").path("arguments").asString("{}")));
    }
    JsonNode content = node.path("content");
    boolean silent = content.isNull() || content.isMissingNode();
    if (silent && calls.isEmpty()) {
      throw OpenAiProblem.invalid(at, "an assistant's message needs content or tool calls");
    }
    return new FromModel(silent ? null : text(content, at), calls);
  }

  private static String text(JsonNode content, String at) {
    if (content.isString()) {
      return content.stringValue();
    }
    StringBuilder joined = new StringBuilder();
    for (Part part : parts(content, at)) {
      if (!(part instanceof Text(String piece))) {
        throw OpenAiProblem.invalid(at, "only text is taken here");
      }
      joined.append(piece);
    }
    return joined.toString();
  }

  private static List<Part> parts(JsonNode content, String at) {
    if (content.isString()) {
      return List.of(new Text(content.stringValue()));
    }
    if (!content.isArray() || content.isEmpty()) {
      throw OpenAiProblem.invalid(at + ".content", "content must be a string or an array of parts");
    }
    List<Part> parts = new ArrayList<>();
    for (JsonNode part : content) {
      switch (part.path("type").asString("")) {
        case "text" -> parts.add(new Text(part.path("text").asString("")));
        case "image_url" -> parts.add(image(part.path("image_url").path("url").asString(""), at));
        default -> throw OpenAiProblem.invalid(at + ".content", "Unknown type of part");
      }
    }
    return parts;
  }

  private static Image image(String url, String at) {
    Matcher data = DATA_URL.matcher(url);
    if (!data.matches()) {
      throw OpenAiProblem.invalid(
          at + ".content", "Images are taken as data URLs only; nothing is fetched for you.");
    }
    return new Image(data.group(1), data.group(2));
  }

  private static List<Tool> tools(JsonNode nodes) {
    List<Tool> tools = new ArrayList<>();
    for (JsonNode node : nodes) {
      JsonNode function = node.path("function");
      if (!node.path("type").asString("").equals("function") || !function.path("name").isString()) {
        throw OpenAiProblem.invalid("tools", "only named functions are taken");
      }
      JsonNode parameters = function.path("parameters");
      tools.add(
          new Tool(
              function.path("name").stringValue(),
              function.path("description").isString()
                  ? function.path("description").stringValue()
                  : null,
              parameters.isObject() ? parameters.toString() : "{\"type\":\"object\"}",
              function.path("strict").isBoolean() ? function.path("strict").booleanValue() : null));
    }
    return tools;
  }

  /** Who must call a certain tool is offered no other: every vendor understands that. */
  private static List<Tool> offered(List<Tool> tools, JsonNode choice) {
    if (!choice.isObject()) {
      return tools;
    }
    String name = choice.path("function").path("name").asString("");
    List<Tool> named = tools.stream().filter(tool -> tool.name().equals(name)).toList();
    if (!choice.path("type").asString("").equals("function") || named.isEmpty()) {
      throw OpenAiProblem.invalid("tool_choice", "tool_choice must name one of the functions");
    }
    return named;
  }

  private static ToolChoice choice(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return ToolChoice.AUTO;
    }
    return switch (node.asString("")) {
      case "auto" -> ToolChoice.AUTO;
      case "none" -> ToolChoice.NONE;
      case "required" -> ToolChoice.REQUIRED;
      default -> {
        if (node.isObject()) {
          yield ToolChoice.REQUIRED;
        }
        throw OpenAiProblem.invalid("tool_choice", "Unknown tool choice");
      }
    };
  }

  private static Format format(JsonNode node) {
    return switch (node.path("type").asString("text")) {
      case "text" -> Format.text();
      case "json_object" -> new Format(Format.Kind.JSON, null, null, false);
      case "json_schema" -> {
        JsonNode schema = node.path("json_schema");
        if (!schema.path("schema").isObject()) {
          throw OpenAiProblem.invalid("response_format", "the schema is missing");
        }
        yield new Format(
            Format.Kind.SCHEMA,
            schema.path("name").asString("answer"),
            schema.path("schema").toString(),
            schema.path("strict").asBoolean(false));
      }
      default -> throw OpenAiProblem.invalid("response_format", "Unknown response format");
    };
  }

  private static Sampling sampling(JsonNode body) {
    JsonNode most =
        body.has("max_completion_tokens")
            ? body.path("max_completion_tokens")
            : body.path("max_tokens");
    return new Sampling(
        number(body, "temperature", 0, 2),
        number(body, "top_p", 0, 1),
        most.isMissingNode() || most.isNull() ? null : tokens(most),
        stop(body.path("stop")),
        effort(body.path("reasoning_effort")),
        rarer(body));
  }

  private static Rarer rarer(JsonNode body) {
    JsonNode seed = body.path("seed");
    if (!absent(seed) && !seed.canConvertToInt()) {
      throw OpenAiProblem.invalid("seed", "seed must be an integer of 32 bits");
    }
    JsonNode parallel = body.path("parallel_tool_calls");
    Map<String, Integer> bias = new HashMap<>();
    for (Map.Entry<String, JsonNode> token : body.path("logit_bias").properties()) {
      if (!token.getValue().canConvertToInt() || Math.abs(token.getValue().intValue()) > 100) {
        throw OpenAiProblem.invalid("logit_bias", "biases are integers between -100 and 100");
      }
      bias.put(token.getKey(), token.getValue().intValue());
    }
    return new Rarer(
        parallel.isBoolean() ? parallel.booleanValue() : null,
        absent(seed) ? null : seed.intValue(),
        number(body, "frequency_penalty", -2, 2),
        number(body, "presence_penalty", -2, 2),
        bias);
  }

  private static boolean absent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private static @Nullable Double number(JsonNode body, String field, double least, double most) {
    JsonNode node = body.path(field);
    if (absent(node)) {
      return null;
    }
    if (!FiniteNumber.is(node) || node.asDouble() < least || node.asDouble() > most) {
      throw OpenAiProblem.invalid(field, field + " must be between " + least + " and " + most);
    }
    return node.asDouble();
  }

  private static int tokens(JsonNode node) {
    if (!node.isIntegralNumber() || node.asLong() < 1 || node.asLong() > 1_000_000) {
      throw OpenAiProblem.invalid("max_completion_tokens", "must be between 1 and 1000000");
    }
    return node.asInt();
  }

  private static List<String> stop(JsonNode node) {
    if (node.isString()) {
      return List.of(node.stringValue());
    }
    List<String> stops = new ArrayList<>();
    for (JsonNode word : node) {
      stops.add(word.asString(""));
    }
    if (stops.size() > 4) {
      throw OpenAiProblem.invalid("stop", "at most four");
    }
    return stops;
  }

  private static @Nullable Effort effort(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    return switch (node.asString("").toLowerCase(Locale.ROOT)) {
      case "none", "minimal", "low" -> Effort.LOW;
      case "medium" -> Effort.MEDIUM;
      case "high", "xhigh" -> Effort.HIGH;
      default -> throw OpenAiProblem.invalid("reasoning_effort", "Unknown effort");
    };
  }
}
