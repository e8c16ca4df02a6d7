package app.madang.functions.publishing;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.dao.OptimisticLockingFailureException;

/** Changes to one tool: of two at once, the later is told that something changed meanwhile. */
final class Edits {

  private final Transactions transactions;
  private final Tools tools;
  private final ToolRows rows;

  Edits(Transactions transactions, Tools tools, ToolRows rows) {
    this.transactions = transactions;
    this.tools = tools;
    this.rows = rows;
  }

  /** Changes a tool that the caller sees, in the transaction of {@link #call}. */
  ToolDetail change(UUID id, Consumer<Tool> step) {
    Tool tool = find(id);
    step.accept(tool);
    tools.saveAndFlush(tool);
    return rows.get(id);
  }

  Tool find(UUID id) {
    return tools.findById(id).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  <T> T call(Supplier<T> work) {
    try {
      return transactions.call(work);
    } catch (OptimisticLockingFailureException e) {
      throw new ProblemException(ProblemCode.CONFLICT);
    }
  }
}
