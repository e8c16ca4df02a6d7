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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tools that answer in conversations: live ones that the caller may use, and those that the
 * caller makes.
 */
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
   * What a tool is; inside the caller's transaction.
   *
   * @param id null for none
   * @param draft whether it is wanted as it is being made, which its editors may try
   * @throws ProblemException not_found when it is not the caller's to use, or is retired
   */
  @Nullable ReleaseSnapshot of(@Nullable UUID id, boolean draft) {
    return id == null
        ? null
        : find(id, draft).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  /** What answers in a conversation; null when no tool does. */
  @Nullable ReleaseSnapshot of(Conversation conversation) {
    return of(conversation.toolId(), conversation.draft() != null);
  }

  private Optional<ReleaseSnapshot> find(UUID id, boolean draft) {
    return draft ? tools.draft(id) : tools.find(id);
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
   * @param ready what comes of it; nothing has begun when this throws
   * @throws ProblemException not_found when it is not the caller's to use, or is retired
   */
  <T> T begin(UUID tool, UUID answer, Function<ReleaseSnapshot, T> ready) {
    return transactions.call(
        () -> {
          ReleaseSnapshot live =
              tools.find(tool).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
          T begun = ready.apply(live);
          runs.start(answer, live);
          return begun;
        });
  }

  /** A program has its answer. */
  void ended(UUID answer, Runs.Ended ended) {
    transactions.run(() -> runs.end(answer, ended));
  }

  /** A release begins to answer; inside the caller's transaction. */
  void started(UUID answer, @Nullable ReleaseSnapshot tool) {
    // who makes it tries it: that is no use of it
    if (tool != null && tool.number() > 0) {
      runs.start(answer, tool);
    }
  }

  /** What a question to a release is about; null for nothing that was written before. */
  @Nullable Integer topic(ReleaseSnapshot tool, String question) {
    return runs.topic(tool, question);
  }

  /** Whether the caller may still use it, and it was not rolled back meanwhile. */
  boolean mayUse(ReleaseSnapshot tool) {
    return transactions
        .read(() -> find(tool.toolId(), tool.number() == 0))
        .filter(now -> now.number() >= tool.number())
        .isPresent();
  }
}
