package app.madang.functions.publishing;

import app.madang.contracts.EventType;
import app.madang.contracts.events.ToolApproved;
import app.madang.functions.publishing.ToolDesk.ToolId;
import app.madang.identity.Role;
import app.madang.runtime.Caller;
import app.madang.runtime.Outbox;
import app.madang.runtime.Page;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From a draft to a decision; an approval and the event that releases it commit together. */
final class ReviewDesk {

  private final Transactions transactions;
  private final Edits edits;
  private final ToolRows rows;
  private final Rights rights;
  private final GateDesk gate;
  private final Outbox outbox;
  private final Clock clock;

  ReviewDesk(
      Transactions transactions,
      Edits edits,
      ToolRows rows,
      Rights rights,
      GateDesk gate,
      Outbox outbox,
      Clock clock) {
    this.transactions = transactions;
    this.edits = edits;
    this.rows = rows;
    this.rights = rights;
    this.gate = gate;
    this.outbox = outbox;
    this.clock = clock;
  }

  record ListReviews(@Nullable String cursor, @Nullable Integer limit) {}

  record SubmitTool(
      @NotNull UUID toolId,
      @NotNull @Min(0) Long version,
      @Nullable @Size(max = 1000) String note,
      @Nullable @Min(1) @Max(100) Integer percent,
      @Nullable @Size(min = 8, max = 64) String idempotencyKey) {}

  record ApproveTool(
      @NotNull UUID toolId,
      @NotNull @Min(0) Long version,
      @Nullable @Size(max = 2000) String comments,
      @Nullable @Min(1) @Max(100) Integer percent,
      @Nullable @Size(min = 8, max = 64) String idempotencyKey) {}

  record ReturnTool(
      @NotNull UUID toolId,
      @NotNull @Min(0) Long version,
      @NotBlank @Size(max = 2000) String comments,
      @Nullable @Size(min = 8, max = 64) String idempotencyKey) {}

  Page<ToolLine> list(ListReviews input) {
    Role.require(Role.REVIEWER);
    int limit = Page.limit(input.limit());
    Place after = Place.fromEarliest(input.cursor());
    List<ToolLine> found = transactions.read(() -> rows.waiting(after, limit + 1));
    return Page.of(
        found,
        limit,
        last -> Place.cursor(Objects.requireNonNull(last.submission()).at(), last.id()));
  }

  ToolDetail submit(SubmitTool input) {
    UUID person = Caller.current().id();
    return edits.call(
        () -> {
          rights.tool(input.toolId(), ToolRole.EDITOR);
          boolean proven = gate.prove(input.toolId());
          return edits.change(
              input.toolId(),
              tool ->
                  tool.submit(
                      input.version(), proven, said(input.note()), input.percent(), person, now()));
        });
  }

  ToolDetail withdraw(ToolId input) {
    return edits.call(
        () -> {
          rights.tool(input.toolId(), ToolRole.EDITOR);
          gate.cancel(input.toolId());
          return edits.change(input.toolId(), tool -> tool.withdraw(now()));
        });
  }

  ToolDetail approve(ApproveTool input) {
    Role.require(Role.REVIEWER);
    UUID person = Caller.current().id();
    return edits.call(
        () -> {
          ToolDetail approved =
              edits.change(
                  input.toolId(),
                  tool ->
                      tool.approve(
                          input.version(), said(input.comments()), input.percent(), person, now()));
          outbox.append(EventType.TOOL_APPROVED.topic(), new ToolApproved(input.toolId()));
          return approved;
        });
  }

  ToolDetail giveBack(ReturnTool input) {
    Role.require(Role.REVIEWER);
    UUID person = Caller.current().id();
    return edits.call(
        () ->
            edits.change(
                input.toolId(),
                tool -> tool.giveBack(input.version(), input.comments().strip(), person, now())));
  }

  private static @Nullable String said(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
