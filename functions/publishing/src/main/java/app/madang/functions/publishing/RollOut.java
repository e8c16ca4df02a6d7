package app.madang.functions.publishing;

import app.madang.contracts.ProblemCode;
import app.madang.functions.publishing.ToolDesk.ToolId;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which release people use, as owners decide it. Each act names the release that it is about, so
 * that the second of two clicks changes nothing and is answered like the first.
 */
final class RollOut {

  private final Transactions transactions;
  private final ToolRows tools;
  private final CanaryRows rows;
  private final Rights rights;

  RollOut(Transactions transactions, ToolRows tools, CanaryRows rows, Rights rights) {
    this.transactions = transactions;
    this.tools = tools;
    this.rows = rows;
    this.rights = rights;
  }

  record SetCanary(
      @NotNull UUID toolId,
      @NotNull @Min(1) Integer number,
      @NotNull @Min(1) @Max(100) Integer percent) {}

  record RollBack(
      @NotNull UUID toolId,
      @NotNull @Min(1) Integer from,
      @Nullable @Min(1) Integer to,
      @Nullable @Size(min = 8, max = 64) String idempotencyKey) {}

  Canary canary(ToolId input) {
    return transactions.read(
        () -> {
          rights.tool(input.toolId(), ToolRole.EDITOR);
          return rows.find(input.toolId())
              .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        });
  }

  /** Gives a canary to more people, or to all. */
  ToolDetail widen(SetCanary input) {
    return transactions.call(
        () -> {
          rights.tool(input.toolId(), ToolRole.OWNER);
          boolean done = rows.widen(input.toolId(), input.number(), input.percent());
          ToolDetail tool = tools.get(input.toolId());
          if (!done && !stands(tool, input)) {
            throw new ProblemException(ProblemCode.TOOL_STATE);
          }
          return tool;
        });
  }

  private static boolean stands(ToolDetail tool, SetCanary asked) {
    ToolDetail.Trial canary = tool.canary();
    return canary == null
        ? asked.percent() == 100 && isLive(tool, asked.number())
        : canary.number() == asked.number() && canary.percent() == asked.percent();
  }

  /** Gives everybody an earlier release. */
  ToolDetail rollBack(RollBack input) {
    Integer to = input.to();
    if (to != null && to >= input.from()) {
      throw ProblemException.field("to", Words.of("earlier_release"));
    }
    return transactions.call(
        () -> {
          rights.tool(input.toolId(), ToolRole.OWNER);
          boolean done = rows.rollBack(input.toolId(), input.from(), to, "{\"cause\":\"hand\"}");
          ToolDetail tool = tools.get(input.toolId());
          if (!done && !isBack(tool, input)) {
            throw new ProblemException(ProblemCode.TOOL_STATE);
          }
          return tool;
        });
  }

  private static boolean isBack(ToolDetail tool, RollBack asked) {
    ToolDetail.Back back = tool.rolledBack();
    return back != null
        && back.number() == asked.from()
        && (asked.to() == null || Objects.equals(back.backTo(), asked.to()));
  }

  private static boolean isLive(ToolDetail tool, int number) {
    ToolLine.Live live = tool.live();
    return live != null && live.number() == number;
  }
}
