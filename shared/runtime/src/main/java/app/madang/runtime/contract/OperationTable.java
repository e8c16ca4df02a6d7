package app.madang.runtime.contract;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The operations of one function, found by method and path. */
public final class OperationTable {

  private record Entry(Operation operation, String[] segments) {}

  private final List<Entry> entries;

  private OperationTable(List<Entry> entries) {
    this.entries = entries;
  }

  /** An operation and the values of its path parameters, decoded. */
  public record Match(Operation operation, Map<String, String> path) {}

  /** Reads every operation of the contract. */
  public static List<Operation> all() {
    try (InputStream in = OperationTable.class.getResourceAsStream("/madang/operations.json")) {
      if (in == null) {
        throw new IllegalStateException("madang/operations.json is missing: build shared/runtime");
      }
      return JsonMapper.shared().readValue(in, new TypeReference<List<Operation>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The operations that the named function serves. */
  public static OperationTable of(String function) {
    return new OperationTable(
        all().stream()
            .filter(operation -> operation.function().equals(function))
            .map(operation -> new Entry(operation, operation.path().split("/", -1)))
            .toList());
  }

  /** The operations themselves. */
  public List<Operation> operations() {
    return entries.stream().map(Entry::operation).toList();
  }

  /**
   * Finds the operation of a request.
   *
   * @throws ProblemException not_found or method_not_allowed
   */
  public Match match(String method, String rawPath) {
    String[] segments = rawPath.split("/", -1);
    boolean pathKnown = false;
    for (Entry entry : entries) {
      Map<String, String> values = matchPath(entry.segments, segments);
      if (values == null) {
        continue;
      }
      if (entry.operation.method().equals(method)) {
        return new Match(entry.operation, values);
      }
      pathKnown = true;
    }
    throw new ProblemException(pathKnown ? ProblemCode.METHOD_NOT_ALLOWED : ProblemCode.NOT_FOUND);
  }

  private static @Nullable Map<String, String> matchPath(String[] template, String[] segments) {
    if (template.length != segments.length) {
      return null;
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < template.length; i++) {
      if (template[i].startsWith("{")) {
        values.put(template[i].substring(1, template[i].length() - 1), decode(segments[i]));
      } else if (!template[i].equals(segments[i])) {
        return null;
      }
    }
    return values;
  }

  private static String decode(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
  }
}
