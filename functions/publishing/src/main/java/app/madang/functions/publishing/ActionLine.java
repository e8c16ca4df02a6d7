package app.madang.functions.publishing;

import app.madang.toolbox.ToolAction;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an action does, for those who pick and review it.
 *
 * @param fields the names of its arguments and of all within them, which may be let carry private
 *     values in clear
 */
record ActionLine(
    UUID id,
    UUID sourceId,
    String source,
    String name,
    @Nullable String description,
    String method,
    String host,
    String path,
    boolean writing,
    boolean mayRead,
    List<String> arguments,
    List<String> fields,
    List<String> personalFields,
    String hash) {

  private static final int MOST_FIELDS = 200;

  static ActionLine of(ToolAction action) {
    return new ActionLine(
        action.id(),
        action.sourceId(),
        action.source(),
        action.name(),
        action.description(),
        action.method(),
        action.host(),
        action.shownPath(),
        action.writing(),
        action.mayRead(),
        List.copyOf(action.places().keySet()),
        List.copyOf(fields(JsonMapper.shared().readTree(action.schema()), new TreeSet<>())),
        action.personalFields(),
        action.hash());
  }

  /** What a call can name, within its arguments as well. */
  private static Set<String> fields(JsonNode schema, Set<String> found) {
    if (schema.path("properties").isObject() && found.size() < MOST_FIELDS) {
      found.addAll(schema.path("properties").propertyNames());
    }
    schema.forEach(each -> fields(each, found));
    return found;
  }

  static List<ActionLine> of(String kept) {
    return ToolAction.read(kept).stream().map(ActionLine::of).toList();
  }
}
