package app.madang.functions.chat;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import app.madang.toolbox.ListedTool;
import app.madang.toolbox.ReleaseSnapshot;
import app.madang.toolbox.ReleasedTools;
import app.madang.toolbox.Runs;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tools that answer in conversations: live ones that the caller may use. */
final class ToolAccess {

  private final Transactions transactions;
  private final ReleasedTools tools;
  private final Runs runs;

  ToolAccess(Transactions transactions, ReleasedTools tools, Runs runs) {
    this.transactions = transactions;
    this.tools = tools;
    this.runs = runs;
  }

  /**
   * What is live of a tool; inside the caller's transaction.
   *
   * @param id null for none
   * @throws ProblemException not_found when it is not the caller's to use, or is retired
   */
  @Nullable ReleaseSnapshot of(@Nullable UUID id) {
    return id == null
        ? null
        : tools.find(id).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  /** As programs are told of it; none when it is not the caller's to use. */
  Optional<ListedTool> listed(UUID id) {
    return transactions.read(() -> tools.listed(id));
  }

  /** The caller's tools in a lasting order. */
  List<ListedTool> list(@Nullable UUID after, int limit) {
    return transactions.read(() -> tools.list(after, limit));
  }

  /** The caller's tools, the latest released first. */
  List<ListedTool> latest(int limit) {
    return transactions.read(() -> tools.latest(limit));
  }

  /**
   * What is live of a tool begins to answer a program.
   *
   * @throws ProblemException not_found when it is not the caller's to use, or is retired
   */
  ReleaseSnapshot begin(UUID tool, UUID answer) {
    return transactions.call(
        () -> {
          ReleaseSnapshot live =
              tools.find(tool).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
          runs.start(answer, live);
          return live;
        });
  }

  /** A program has its answer. */
  void ended(UUID answer, Runs.Ended ended) {
    transactions.run(() -> runs.end(answer, ended));
  }

  /** A release begins to answer; inside the caller's transaction. */
  void started(UUID answer, @Nullable ReleaseSnapshot tool) {
    if (tool != null) {
      runs.start(answer, tool);
    }
  }

  /** Whether the caller may still use it, and it was not rolled back meanwhile. */
  boolean mayUse(ReleaseSnapshot tool) {
    return transactions
        .read(() -> tools.find(tool.toolId()))
        .filter(now -> now.number() >= tool.number())
        .isPresent();
  }
}
