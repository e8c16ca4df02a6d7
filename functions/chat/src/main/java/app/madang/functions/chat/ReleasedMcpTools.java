package app.madang.functions.chat;

import app.madang.functions.chat.mcp.McpCaller;
import app.madang.functions.chat.mcp.McpShelf;
import app.madang.functions.chat.mcp.McpTool;
import app.madang.metering.UsageEvent;
import app.madang.models.ModelRequest.Sampling;
import app.madang.runtime.Cursor;
import app.madang.runtime.Locales;
import app.madang.runtime.ProblemException;
import app.madang.runtime.ProblemException.FieldError;
import app.madang.toolbox.FormSchema;
import app.madang.toolbox.ListedTool;
import app.madang.toolbox.ReleaseSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Released tools as tools of the Model Context Protocol. */
final class ReleasedMcpTools implements McpShelf {

  private static final int PAGE = 100;

  // clients take letters, digits and _ up to 64; what a tool is called may change, its id does not
  private static final String PREFIX = "tool_";
  private static final Pattern NAME = Pattern.compile(PREFIX + "([0-9a-f]{32})");

  private static final String QUESTION =
      """
      {"type":"object","additionalProperties":false,"required":["question"],"properties":{
        "question":{"type":"string","minLength":1,"maxLength":20000}}}""";

  private final ToolAccess access;
  private final ToolRuns runs;

  ReleasedMcpTools(ToolAccess access, ToolRuns runs) {
    this.access = access;
    this.runs = runs;
  }

  @Override
  public Page page(@Nullable String cursor) {
    UUID after = cursor == null ? null : id(Cursor.decode(cursor, 1).getFirst());
    List<ListedTool> found = access.list(after, PAGE + 1);
    List<ListedTool> shown = found.subList(0, Math.min(PAGE, found.size()));
    return new Page(
        shown.stream().<McpTool>map(Released::new).toList(),
        found.size() > PAGE ? Cursor.encode(shown.getLast().id()) : null);
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.field("cursor", "?");
    }
  }

  @Override
  public Optional<McpTool> find(String name) {
    Matcher matched = NAME.matcher(name);
    if (!matched.matches()) {
      return Optional.empty();
    }
    String hex = matched.group(1);
    UUID id =
        new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
    return access.listed(id).map(Released::new);
  }

  private final class Released implements McpTool {

    private final ListedTool tool;

    private Released(ListedTool tool) {
      this.tool = tool;
    }

    @Override
    public String name() {
      return PREFIX + tool.id().toString().replace("-", "");
    }

    @Override
    public String title() {
      return tool.name(korean());
    }

    @Override
    public String description() {
      String told = tool.description(korean());
      return told.isEmpty() ? title() : title() + ": " + told;
    }

    private static boolean korean() {
      return Locales.current().getLanguage().equals("ko");
    }

    @Override
    public String inputSchema() {
      return tool.inputs().isEmpty() ? QUESTION : FormSchema.of(tool.inputs()).toString();
    }

    @Override
    public String call(JsonNode arguments, McpCaller caller) {
      ToolRuns.Ask ask =
          new ToolRuns.Ask(
              UsageEvent.newId(Instant.now()),
              tool.id(),
              List.of(),
              live -> posed(arguments, live),
              List.of(),
              Sampling.defaults(),
              caller.keyId());
      try {
        ToolRuns.Answered answered =
            runs.begin(ask).answer(LoneAnswers.Listener.silent(caller.cancelled()));
        return answered.said().text() + answered.references();
      } catch (RuntimeException e) {
        throw ModelProblems.of(e);
      }
    }

    private static Posed posed(JsonNode arguments, ReleaseSnapshot live) {
      if (live.inputs().isEmpty()) {
        return Posed.inWords(SearchTool.text(arguments, "question", 20_000));
      }
      try {
        return Posed.byProgram(null, FormSchema.values(live.inputs(), arguments), true, live);
      } catch (ProblemException e) {
        throw new ProblemException(
            e.code(), e.errors().stream().map(Released::ofArgument).toList());
      }
    }

    /** Here the fields are the arguments themselves. */
    private static FieldError ofArgument(FieldError wrong) {
      return new FieldError(wrong.field().replaceFirst("^inputs\\.", ""), wrong.message());
    }
  }
}
