package app.madang.functions.publishing;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.Cursor;
import app.madang.runtime.Page;
import app.madang.runtime.ProblemException;
import app.madang.runtime.ProblemException.FieldError;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a tool must know, kept by those who edit it; what was handed in keeps its questions. */
final class GoldenDesk {

  /** One evaluation asks them all. */
  private static final int MOST = 200;

  private static final UUID BEGINNING = new UUID(0, 0);
  private static final String COLUMNS =
      " id, question, facts, documents, passages, rubric, exact, json ";

  private static final String PAGE =
      "SELECT"
          + COLUMNS
          + "FROM toolbox.golden_questions WHERE tool_id = ? AND id > ? ORDER BY id LIMIT ?";

  /** Nothing is handed in, and nobody else adds at the same moment. */
  private static final String LOCK =
      """
      SELECT (SELECT count(*) FROM toolbox.golden_questions g WHERE g.tool_id = t.id)
        FROM toolbox.tools t WHERE t.id = ? AND t.status IN ('DRAFT', 'RETURNED', 'LIVE') FOR UPDATE
      """;

  private static final String ADD =
      """
      INSERT INTO toolbox.golden_questions (tool_id, acl_id, question, facts, documents, passages, rubric, exact, json)
      VALUES (:tool, :acl, :question, :facts, :documents, :passages, :rubric, :exact, :json) RETURNING
      """
          + COLUMNS;

  private static final String CHANGE =
      """
      UPDATE toolbox.golden_questions SET question = :question, facts = :facts, documents = :documents, passages = :passages,
        rubric = :rubric, exact = :exact, json = :json, updated_at = clock_timestamp()
      WHERE id = :id AND tool_id = :tool RETURNING
      """
          + COLUMNS;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Rights rights;

  GoldenDesk(Transactions transactions, JdbcClient jdbc, Rights rights) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.rights = rights;
  }

  record ListGoldenQuestions(
      @NotNull UUID toolId, @Nullable String cursor, @Nullable Integer limit) {}

  record AddGoldenQuestion(
      @NotNull UUID toolId,
      @Nullable String question,
      @Nullable List<@NotNull String> facts,
      @Nullable List<@NotNull String> documents,
      @Nullable List<@NotNull String> passages,
      @Nullable String rubric,
      @Nullable String exact,
      @Nullable String json,
      @Nullable @Size(min = 8, max = 64) String idempotencyKey) {

    private GoldenDraft draft() {
      return GoldenDraft.of(question, facts, documents, passages, rubric, exact, json);
    }
  }

  record ChangeGoldenQuestion(
      @NotNull UUID toolId,
      @NotNull UUID questionId,
      @Nullable String question,
      @Nullable List<@NotNull String> facts,
      @Nullable List<@NotNull String> documents,
      @Nullable List<@NotNull String> passages,
      @Nullable String rubric,
      @Nullable String exact,
      @Nullable String json) {

    private GoldenDraft draft() {
      return GoldenDraft.of(question, facts, documents, passages, rubric, exact, json);
    }
  }

  record ImportGoldenQuestions(
      @NotNull UUID toolId,
      @NotBlank @Size(max = 1_000_000) String csv,
      @Nullable @Size(min = 8, max = 64) String idempotencyKey) {}

  record GoldenQuestionId(@NotNull UUID toolId, @NotNull UUID questionId) {}

  record Imported(int added) {}

  Page<GoldenQuestion> list(ListGoldenQuestions input) {
    int limit = Page.limit(input.limit());
    UUID after = Place.id(input.cursor(), BEGINNING);
    List<GoldenQuestion> found =
        transactions.read(
            () -> {
              rights.see(input.toolId());
              return jdbc.sql(PAGE)
                  .params(input.toolId(), after, limit + 1)
                  .query(GoldenQuestion::of)
                  .list();
            });
    return Page.of(found, limit, last -> Cursor.encode(last.id()));
  }

  GoldenQuestion add(AddGoldenQuestion input) {
    GoldenDraft draft = valid(input.draft());
    return adding(input.toolId(), 1, "question", acl -> insert(input.toolId(), acl, draft));
  }

  Imported take(ImportGoldenQuestions input) {
    List<GoldenDraft> drafts = GoldenSheet.read(input.csv(), MOST);
    return adding(
        input.toolId(),
        drafts.size(),
        "csv",
        acl -> {
          drafts.forEach(draft -> insert(input.toolId(), acl, draft));
          return new Imported(drafts.size());
        });
  }

  private <T> T adding(UUID tool, int more, String field, Function<Long, T> work) {
    return transactions.call(
        () -> {
          long acl = rights.tool(tool, ToolRole.EDITOR);
          if (lock(tool) + more > MOST) {
            throw ProblemException.field(field, Words.of("golden_most"));
          }
          return work.apply(acl);
        });
  }

  private GoldenQuestion insert(UUID tool, long acl, GoldenDraft draft) {
    return filled(jdbc.sql(ADD).param("acl", acl).param("tool", tool), draft)
        .query(GoldenQuestion::of)
        .single();
  }

  GoldenQuestion change(ChangeGoldenQuestion input) {
    GoldenDraft draft = valid(input.draft());
    return transactions.call(
        () -> {
          rights.tool(input.toolId(), ToolRole.EDITOR);
          lock(input.toolId());
          return filled(
                  jdbc.sql(CHANGE).param("id", input.questionId()).param("tool", input.toolId()),
                  draft)
              .query(GoldenQuestion::of)
              .optional()
              .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        });
  }

  void delete(GoldenQuestionId input) {
    transactions.run(
        () -> {
          rights.tool(input.toolId(), ToolRole.EDITOR);
          lock(input.toolId());
          int gone =
              jdbc.sql("DELETE FROM toolbox.golden_questions WHERE id = ? AND tool_id = ?")
                  .params(input.questionId(), input.toolId())
                  .update();
          if (gone == 0) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
          }
        });
  }

  /** How many there are. */
  private int lock(UUID tool) {
    return jdbc.sql(LOCK)
        .param(tool)
        .query(Integer.class)
        .optional()
        .orElseThrow(() -> new ProblemException(ProblemCode.TOOL_STATE));
  }

  private static GoldenDraft valid(GoldenDraft draft) {
    List<FieldError> errors = draft.errors("");
    if (!errors.isEmpty()) {
      throw new ProblemException(ProblemCode.INVALID_REQUEST, errors);
    }
    return draft;
  }

  private static JdbcClient.StatementSpec filled(
      JdbcClient.StatementSpec statement, GoldenDraft draft) {
    return statement
        .param("question", draft.question())
        .param("facts", draft.facts().toArray(String[]::new))
        .param("documents", draft.documents().toArray(String[]::new))
        .param("passages", draft.passages().toArray(String[]::new))
        .param("rubric", draft.rubric())
        .param("exact", draft.exact())
        .param("json", draft.json());
  }
}
