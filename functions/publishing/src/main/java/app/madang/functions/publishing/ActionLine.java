package app.madang.functions.publishing;

import app.madang.toolbox.ToolAction;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an action does, for those who pick and review it. */
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
    List<String> personalFields,
    String hash) {

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
        action.personalFields(),
        action.hash());
  }

  static List<ActionLine> of(String kept) {
    return ToolAction.read(kept).stream().map(ActionLine::of).toList();
  }
}
