package app.madang.models.internal.vendor;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The chunk that an answer of OpenAI's interface is made of: a piece of text and nothing else. It
 * comes a hundred times for each other one, so it is read without building objects.
 */
final class TextChunk {

  private static final JsonFactory JSON = new JsonFactory();

  private TextChunk() {}

  /** Its text; null when it is another chunk, or none. */
  static @Nullable String of(byte[] data, int length) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), data, 0, length)) {
      return parser.nextToken() == JsonToken.START_OBJECT ? chunk(parser) : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  private static @Nullable String chunk(JsonParser parser) {
    String text = null;
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken value = parser.nextToken();
      switch (name) {
        case "id",
            "object",
            "created",
            "model",
            "system_fingerprint",
            "service_tier",
            "obfuscation" -> {
          if (!value.isScalarValue()) {
            return null;
          }
        }
        case "choices" -> {
          text = value == JsonToken.START_ARRAY ? only(parser) : null;
          if (text == null) {
            return null;
          }
        }
        default -> {
          if (value != JsonToken.VALUE_NULL) {
            return null;
          }
        }
      }
    }
    return text;
  }

  private static @Nullable String only(JsonParser parser) {
    String text = parser.nextToken() == JsonToken.START_OBJECT ? choice(parser) : null;
    return text != null && parser.nextToken() == JsonToken.END_ARRAY ? text : null;
  }

  private static @Nullable String choice(JsonParser parser) {
    String text = null;
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken value = parser.nextToken();
      if (name.equals("delta") && value == JsonToken.START_OBJECT) {
        text = delta(parser);
        if (text == null) {
          return null;
        }
      } else if (value != JsonToken.VALUE_NULL
          && !(name.equals("index")
              && value == JsonToken.VALUE_NUMBER_INT
              && parser.getIntValue() == 0)) {
        return null;
      }
    }
    return text;
  }

  private static @Nullable String delta(JsonParser parser) {
    String text = null;
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken value = parser.nextToken();
      if (name.equals("content") && value == JsonToken.VALUE_STRING) {
        text = parser.getString();
      } else if (value != JsonToken.VALUE_NULL
          && !(name.equals("role") && value == JsonToken.VALUE_STRING)) {
        return null;
      }
    }
    return text;
  }
}
