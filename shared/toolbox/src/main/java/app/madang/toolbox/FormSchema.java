package app.madang.toolbox;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.FiniteNumber;
import app.madang.runtime.Locales;
import app.madang.runtime.ProblemException;
import app.madang.runtime.ProblemException.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A tool's form for programs: an object with a property a field. */
public final class FormSchema {

  private static final JsonMapper JSON = JsonMapper.shared();

  private FormSchema() {}

  /** Its JSON Schema, described in the caller's language. */
  public static ObjectNode of(List<ToolInput> inputs) {
    ObjectNode schema = JSON.createObjectNode();
    schema.put("type", "object").put("additionalProperties", false);
    ArrayNode required = JSON.createArrayNode();
    ObjectNode properties = schema.putObject("properties");
    for (ToolInput input : inputs) {
      if (input.mustBeFilled()) {
        required.add(input.name());
      }
      describe(input, properties.putObject(input.name()));
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema;
  }

  private static void describe(ToolInput input, ObjectNode property) {
    Locale locale = Locales.current();
    property.put("type", input.kind() == ToolInput.Kind.NUMBER ? "number" : "string");
    property.put("title", input.label().in(locale));
    List<String> said = new ArrayList<>();
    Label hint = input.hint();
    if (hint != null) {
      said.add(hint.in(locale));
    }
    switch (input.kind()) {
      case TEXT, LONG_TEXT -> property.put("maxLength", input.limit());
      case CHOICE -> {
        ArrayNode options = property.putArray("enum");
        List<Label> offered = input.options() == null ? List.of() : input.options();
        offered.forEach(option -> options.add(option.canonical()));
      }
      case NUMBER -> {
        if (input.min() != null) {
          property.put("minimum", input.min());
        }
        if (input.max() != null) {
          property.put("maximum", input.max());
        }
      }
      case DATE -> property.put("format", "date");
      case FILE -> {
        property.put("maxLength", input.limit());
        said.add(Wording.in(locale, "schema.file"));
      }
    }
    if (!said.isEmpty()) {
      property.put("description", String.join("\n", said));
    }
  }

  /**
   * The values in such an object, not checked yet; the text of a file goes by its field's name.
   *
   * @throws ProblemException {@code invalid_request}, naming what is neither text nor a number as
   *     in {@code inputs.period}
   */
  public static List<InputValue> values(List<ToolInput> inputs, JsonNode filled) {
    List<FieldError> wrong = new ArrayList<>();
    List<InputValue> values = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : filled.properties()) {
      String name = each.getKey();
      JsonNode value = each.getValue();
      // a double's plain digits are few, those of 1e999999999 would not be
      if (value.isString() || FiniteNumber.is(value)) {
        String text = value.isNumber() ? plain(value) : value.asString();
        values.add(new InputValue(name, text, fileName(inputs, name, text), null));
      } else if (!value.isNull()) {
        wrong.add(Wording.error("inputs." + name, "value.plain"));
      }
    }
    if (!wrong.isEmpty()) {
      throw new ProblemException(ProblemCode.INVALID_REQUEST, wrong);
    }
    return values;
  }

  private static String plain(JsonNode number) {
    return number.decimalValue().stripTrailingZeros().toPlainString();
  }

  private static @Nullable String fileName(List<ToolInput> inputs, String name, String text) {
    boolean file =
        inputs.stream()
            .anyMatch(input -> input.name().equals(name) && input.kind() == ToolInput.Kind.FILE);
    return file && !text.isBlank() ? name + ".txt" : null;
  }
}
