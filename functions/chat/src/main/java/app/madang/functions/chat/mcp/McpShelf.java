package app.madang.functions.chat.mcp;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tools that depend on who calls; for the caller of the scope. */
public interface McpShelf {

  /**
   * Some of them, in a lasting order.
   *
   * @param next where more begin; null when these are the last
   */
  record Page(List<McpTool> tools, @Nullable String next) {}

  /**
   * A page of them.
   *
   * @param cursor {@code next} of the page before; null for the first
   * @throws app.madang.runtime.ProblemException invalid_request when it is none
   */
  Page page(@Nullable String cursor);

  /** One of them; none when it is not the caller's to call. */
  Optional<McpTool> find(String name);
}
