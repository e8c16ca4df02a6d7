package app.madang.runtime.web;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.Locales;
import app.madang.runtime.ProblemException;
import app.madang.runtime.ProblemException.FieldError;
import app.madang.runtime.contract.Operation;
import app.madang.runtime.contract.OperationTable;
import com.google.cloud.functions.HttpRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes an operation's input record of path, query, headers and body, and validates it. */
public final class RequestBinder {

  /** Bodies are small: files go to signed addresses. */
  static final int MAX_BODY_BYTES = 1 << 20;

  private final JsonMapper json;
  private final Validator validator;

  /** A binder with strict JSON. */
  public RequestBinder(JsonMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  /** An input record and the body's bytes it was made of. */
  public record Bound(Object input, byte[] body) {}

  /**
   * Binds a request.
   *
   * @throws ProblemException 4xx that says what is wrong
   */
  public Bound bind(HttpRequest request, OperationTable.Match match, Type inputType) {
    byte[] body = match.operation().hasBody() ? read(request) : new byte[0];
    Object input;
    try {
      ObjectNode fields = match.operation().hasBody() ? object(body) : json.createObjectNode();
      for (Operation.Parameter parameter : match.operation().parameters()) {
        if (fields.has(parameter.field())) {
          throw new ProblemException(
              ProblemCode.INVALID_REQUEST, List.of(new FieldError(parameter.field(), wrongText())));
        }
        String value = value(request, match, parameter);
        if (value != null) {
          fields.set(parameter.field(), node(parameter, value));
        }
      }
      input = json.treeToValue(fields, json.constructType(inputType));
    } catch (StreamReadException e) {
      throw new ProblemException(ProblemCode.MALFORMED_JSON);
    } catch (DatabindException e) {
      throw wrongField(e);
    } catch (JacksonException e) {
      throw new ProblemException(ProblemCode.MALFORMED_JSON);
    }
    validate(input);
    return new Bound(input, body);
  }

  private void validate(Object input) {
    Set<ConstraintViolation<Object>> violations = validator.validate(input);
    if (!violations.isEmpty()) {
      throw new ProblemException(
          ProblemCode.INVALID_REQUEST,
          violations.stream()
              .map(v -> new FieldError(v.getPropertyPath().toString(), v.getMessage()))
              .sorted((a, b) -> a.field().compareTo(b.field()))
              .toList());
    }
  }

  private static byte[] read(HttpRequest request) {
    String type = request.getContentType().orElse("");
    if (!type.regionMatches(true, 0, "application/json", 0, 16)) {
      throw new ProblemException(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
    }
    if (request.getContentLength() > MAX_BODY_BYTES) {
      throw new ProblemException(ProblemCode.TOO_LARGE);
    }
    try (InputStream in = request.getInputStream()) {
      byte[] body = in.readNBytes(MAX_BODY_BYTES + 1);
      if (body.length > MAX_BODY_BYTES) {
        throw new ProblemException(ProblemCode.TOO_LARGE);
      }
      return body;
    } catch (IOException e) {
      throw new ProblemException(ProblemCode.MALFORMED_JSON);
    }
  }

  private ObjectNode object(byte[] body) {
    JsonNode node = json.readTree(body);
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new ProblemException(ProblemCode.MALFORMED_JSON);
  }

  private static @Nullable String value(
      HttpRequest request, OperationTable.Match match, Operation.Parameter parameter) {
    return switch (parameter.in()) {
      case "path" -> match.path().get(parameter.name());
      case "query" -> single(request.getQueryParameters().get(parameter.name()), parameter);
      default -> {
        Optional<String> header = request.getFirstHeader(parameter.name());
        yield header.orElse(null);
      }
    };
  }

  private static @Nullable String single(
      @Nullable List<String> values, Operation.Parameter parameter) {
    if (values == null || values.isEmpty()) {
      return null;
    }
    if (values.size() > 1) {
      throw ProblemException.field(parameter.field(), wrongText());
    }
    return values.getFirst();
  }

  private JsonNode node(Operation.Parameter parameter, String value) {
    if (!"integer".equals(parameter.type())) {
      return json.getNodeFactory().stringNode(value);
    }
    try {
      return json.getNodeFactory().numberNode(Long.parseLong(value));
    } catch (NumberFormatException e) {
      throw ProblemException.field(parameter.field(), wrongText());
    }
  }

  private static ProblemException wrongField(DatabindException e) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      if (step.getPropertyName() != null) {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      } else {
        path.append('[').append(step.getIndex()).append(']');
      }
    }
    return ProblemException.field(path.isEmpty() ? "body" : path.toString(), wrongText());
  }

  private static String wrongText() {
    return Locales.current().getLanguage().equals("ko")
        ? "알 수 없거나 형식이 맞지 않는 값이에요."
        : "Unknown, or of the wrong form.";
  }
}
