package app.madang.functions.publishing;

import app.madang.identity.Role;
import app.madang.runtime.Caller;
import app.madang.runtime.Page;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import app.madang.toolbox.ToolCategory;
import app.madang.toolbox.ToolInput;
import app.madang.toolbox.ToolOutput;
import app.madang.toolbox.ToolSampling;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tools as their makers see and change them. */
final class ToolDesk {

  private static final String MODEL = "[A-Za-z0-9][A-Za-z0-9._:-]*";

  private static final String READABLE =
      "SELECT count(*) FROM knowledge.collections WHERE id = ANY (?) AND deleted_at IS NULL";

  private final Transactions transactions;
  private final Edits edits;
  private final Tools tools;
  private final ToolRows rows;
  private final Rights rights;
  private final ActionDesk actions;
  private final JdbcClient jdbc;
  private final Clock clock;

  ToolDesk(
      Transactions transactions,
      Edits edits,
      Tools tools,
      ToolRows rows,
      Rights rights,
      ActionDesk actions,
      JdbcClient jdbc,
      Clock clock) {
    this.transactions = transactions;
    this.edits = edits;
    this.tools = tools;
    this.rows = rows;
    this.rights = rights;
    this.actions = actions;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  record ListTools(@Nullable String cursor, @Nullable Integer limit) {}

  record ToolId(@NotNull UUID toolId) {}

  record RetireTool(
      @NotNull UUID toolId, @Nullable @Size(min = 8, max = 64) String idempotencyKey) {}

  record CreateTool(
      @NotNull Bilingual name,
      @NotNull ToolIcon icon,
      @Nullable Bilingual description,
      @Nullable @Size(max = 20_000) String instructions,
      @Nullable @Size(max = 64) @Pattern(regexp = MODEL) String model,
      @Nullable @Size(max = 20) List<@NotNull UUID> collectionIds,
      @Nullable @Size(max = 6) List<@NotNull Bilingual> starters,
      @Nullable ToolCategory category,
      @Nullable @Size(max = 20) List<@NotNull @Valid ToolInput> inputs,
      @Nullable @Valid ToolOutput output,
      @Nullable @Valid ToolSampling sampling,
      @Nullable @Size(max = 20) List<@NotNull UUID> actionIds,
      @Nullable @Size(min = 8, max = 64) String idempotencyKey) {

    private ToolDraft draft() {
      return ToolDraft.of(
          name,
          icon,
          description,
          instructions,
          model,
          collectionIds,
          starters,
          category,
          inputs,
          output,
          sampling);
    }
  }

  record UpdateTool(
      @NotNull UUID toolId,
      @NotNull @Min(0) Long version,
      @NotNull Bilingual name,
      @NotNull ToolIcon icon,
      @Nullable Bilingual description,
      @Nullable @Size(max = 20_000) String instructions,
      @Nullable @Size(max = 64) @Pattern(regexp = MODEL) String model,
      @Nullable @Size(max = 20) List<@NotNull UUID> collectionIds,
      @Nullable @Size(max = 6) List<@NotNull Bilingual> starters,
      @Nullable ToolCategory category,
      @Nullable @Size(max = 20) List<@NotNull @Valid ToolInput> inputs,
      @Nullable @Valid ToolOutput output,
      @Nullable @Valid ToolSampling sampling,
      @Nullable @Size(max = 20) List<@NotNull UUID> actionIds) {

    private ToolDraft draft() {
      return ToolDraft.of(
          name,
          icon,
          description,
          instructions,
          model,
          collectionIds,
          starters,
          category,
          inputs,
          output,
          sampling);
    }
  }

  Page<ToolLine> list(ListTools input) {
    int limit = Page.limit(input.limit());
    Place before = Place.fromLatest(input.cursor());
    List<ToolLine> found = transactions.read(() -> rows.latest(before, limit + 1));
    return Page.of(found, limit, last -> Place.cursor(last.updatedAt(), last.id()));
  }

  ToolDetail get(ToolId input) {
    return transactions.read(() -> rows.get(input.toolId()));
  }

  ToolDetail create(CreateTool input) {
    Role.require(Role.BUILDER, Role.ADMIN);
    ToolDraft draft = input.draft();
    return transactions.call(
        () -> {
          mustRead(draft.collectionIds());
          // apart from the insert: its policy must already see the new owner
          long acl = jdbc.sql("SELECT identity.create_acl()").query(Long.class).single();
          Tool fresh = new Tool(acl, draft, Caller.current().id(), now());
          fresh.mayDo(actions.pick(ids(input.actionIds()), List.of()));
          Tool made = tools.saveAndFlush(fresh);
          return rows.get(Objects.requireNonNull(made.id()));
        });
  }

  ToolDetail update(UpdateTool input) {
    ToolDraft draft = input.draft();
    return edits.call(
        () -> {
          rights.tool(input.toolId(), ToolRole.EDITOR);
          mustRead(draft.collectionIds());
          return edits.change(
              input.toolId(),
              tool -> {
                tool.change(input.version(), draft, now());
                tool.mayDo(actions.pick(ids(input.actionIds()), tool.actions()));
              });
        });
  }

  void delete(ToolId input) {
    edits.call(
        () -> {
          rights.tool(input.toolId(), ToolRole.OWNER);
          Tool tool = edits.find(input.toolId());
          tool.expectNeverReleased();
          tools.delete(tool);
          tools.flush();
          return jdbc.sql("SELECT identity.delete_acl(?)")
              .param(tool.aclId())
              .query((row, n) -> true)
              .single();
        });
  }

  ToolDetail retire(RetireTool input) {
    return edits.call(
        () -> {
          rights.tool(input.toolId(), ToolRole.OWNER);
          return edits.change(input.toolId(), tool -> tool.retire(now()));
        });
  }

  private static List<UUID> ids(@Nullable List<UUID> actions) {
    return actions == null ? List.of() : actions.stream().distinct().toList();
  }

  /** A tool reaches no further than its maker; which collections there are else is not told. */
  private void mustRead(List<UUID> collections) {
    if (collections.isEmpty()) {
      return;
    }
    long readable =
        jdbc.sql(READABLE).param(collections.toArray(UUID[]::new)).query(Long.class).single();
    if (readable < collections.size()) {
      throw ProblemException.field("collectionIds", Words.of("collections"));
    }
  }

  /** As PostgreSQL keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
