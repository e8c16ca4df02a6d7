package app.madang.functions.publishing;

import app.madang.contracts.EventType;
import app.madang.contracts.ProblemCode;
import app.madang.contracts.events.EvaluationDue;
import app.madang.functions.publishing.ToolDesk.ToolId;
import app.madang.runtime.Locales;
import app.madang.runtime.Outbox;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import app.madang.toolbox.Evaluations;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Has golden questions asked, one event a question, and tells whether a tool passed them. */
final class GateDesk {

  private static final int AT_ONCE = 200;
  private static final int ATTEMPTS = 3;

  private static final String GATE =
      """
      SELECT t.threshold, (SELECT count(*) FROM toolbox.golden_questions g WHERE g.tool_id = t.id) AS questions,
        toolbox.proven(t.id, t.revision) AS proven, t.live, t.canary,
        CASE WHEN models.is_gone(t.model) THEN t.model END AS model_gone
      FROM toolbox.tools t WHERE t.id = ?
      """;

  /** The last of each; answers are told to nobody but who asked. */
  private static final String LAST =
      """
      WITH last AS (
        SELECT DISTINCT ON (e.number) e.* FROM toolbox.evaluations e JOIN toolbox.tools t ON t.id = e.tool_id
         WHERE e.tool_id = ? AND (e.number IS NULL OR e.number IN (t.live, t.canary))
         ORDER BY e.number, e.started_at DESC)
      SELECT e.id, e.revision, e.number, e.state, e.threshold, e.score, e.questions, e.asked_by, e.started_at, e.ended_at, u.name AS asker,
        r.question_id, r.question, r.state AS result, r.score AS points, r.retrieval, r.citation, r.fact, r.exactly, r.fields, r.judged,
        r.missing, r.model, r.cost, r.error,
        CASE WHEN mine THEN r.answer END AS answer, CASE WHEN mine THEN r.found END AS found, CASE WHEN mine THEN r.verdict END AS verdict
      FROM last e JOIN toolbox.evaluation_results r ON r.evaluation_id = e.id
      LEFT JOIN identity.users u ON u.id = e.asked_by
      CROSS JOIN LATERAL (SELECT e.asked_by = identity.current_user_id() AS mine) m
      ORDER BY e.id, r.place
      """;

  private static final String CANCEL =
      """
      UPDATE toolbox.evaluations SET state = 'CANCELLED', ended_at = clock_timestamp()
       WHERE tool_id = ? AND number IS NULL AND state = 'RUNNING'
      """;

  private static final String STUCK =
      """
      UPDATE toolbox.evaluation_results SET emitted_at = clock_timestamp(), state = 'PENDING', attempt = attempt + 1
       WHERE id IN (SELECT r.id FROM toolbox.evaluation_results r JOIN toolbox.evaluations e ON e.id = r.evaluation_id
        WHERE r.state IN ('PENDING', 'ANSWERING') AND e.state = 'RUNNING' AND r.emitted_at < now() - interval '5 minutes'
        ORDER BY r.emitted_at LIMIT ? FOR UPDATE OF r SKIP LOCKED)
      RETURNING id, attempt
      """;

  /** Canaries that were not asked today what they had passed. */
  private static final String UNWATCHED =
      """
      SELECT t.id, t.canary AS number FROM toolbox.tools t
       WHERE t.canary IS NOT NULL AND NOT EXISTS (SELECT FROM toolbox.evaluations e
         WHERE e.tool_id = t.id AND e.number = t.canary AND e.watch AND e.started_at > now() - interval '1 day')
         AND EXISTS (SELECT FROM toolbox.releases r JOIN toolbox.evaluations p ON p.tool_id = r.tool_id AND p.revision = r.revision
           WHERE r.tool_id = t.id AND r.number = t.canary AND p.number IS NULL AND p.state = 'PASSED')
       ORDER BY t.id LIMIT ?
      """;

  private final Transactions transactions;
  private final Worker worker;
  private final JdbcClient jdbc;
  private final Rights rights;
  private final Outbox outbox;
  private final Evaluations evaluations;

  GateDesk(
      Transactions transactions, Worker worker, JdbcClient jdbc, Rights rights, Outbox outbox) {
    this.transactions = transactions;
    this.worker = worker;
    this.jdbc = jdbc;
    this.rights = rights;
    this.outbox = outbox;
    this.evaluations = new Evaluations(jdbc, this::emit);
  }

  record PutToolGate(
      @NotNull UUID toolId, @NotNull @DecimalMin("0.5") @DecimalMax("1") BigDecimal threshold) {}

  record StartEvaluation(
      @NotNull UUID toolId,
      @Nullable Boolean compare,
      @Nullable @Size(min = 8, max = 64) String idempotencyKey) {}

  private record Gate(
      BigDecimal threshold,
      int questions,
      boolean proven,
      @Nullable Integer live,
      @Nullable Integer canary,
      @Nullable String modelGone) {

    /** A model that nobody can choose answers nobody; as long as nobody told, it may be there. */
    private void mustHaveModel() {
      if (modelGone != null) {
        throw new ProblemException(
            ProblemCode.TOOL_MODEL_GONE,
            List.of(
                new ProblemException.FieldError(
                    "model", Words.of("model.gone").replace("{model}", modelGone))));
      }
    }
  }

  private record Stuck(UUID id, int attempt) {}

  private record Watched(UUID id, int number) {}

  ToolGate get(ToolId input) {
    return transactions.read(() -> read(input.toolId()));
  }

  ToolGate put(PutToolGate input) {
    return transactions.call(
        () -> {
          rights.tool(input.toolId(), ToolRole.EDITOR);
          boolean set =
              jdbc.sql("SELECT toolbox.set_threshold(?, ?)")
                  .params(input.toolId(), input.threshold())
                  .query(Boolean.class)
                  .single();
          if (!set) {
            throw new ProblemException(ProblemCode.TOOL_STATE);
          }
          return read(input.toolId());
        });
  }

  ToolGate start(StartEvaluation input) {
    UUID tool = input.toolId();
    return transactions.call(
        () -> {
          rights.tool(tool, ToolRole.EDITOR);
          Gate gate = gate(tool);
          if (gate.questions() == 0) {
            throw new ProblemException(ProblemCode.NO_GOLDEN_QUESTIONS);
          }
          mayChange(tool);
          gate.mustHaveModel();
          ask(tool, null, Locales.current().toLanguageTag());
          if (Boolean.TRUE.equals(input.compare()) && gate.live() != null) {
            ask(tool, gate.live(), Locales.current().toLanguageTag());
          }
          return read(tool);
        });
  }

  /** What was handed in has been asked, or is. */
  private void mayChange(UUID tool) {
    String status =
        jdbc.sql("SELECT status FROM toolbox.tools WHERE id = ? FOR UPDATE")
            .param(tool)
            .query(String.class)
            .single();
    if (!ToolStatus.EDITABLE.contains(ToolStatus.valueOf(status))) {
      throw new ProblemException(ProblemCode.TOOL_STATE);
    }
  }

  /**
   * Whether a tool may be handed in as it is; when it must prove itself first, that begins. In the
   * transaction of the submission, whose tool nobody else changes meanwhile.
   *
   * @throws ProblemException tool_model_gone when nobody can choose the model that it names
   */
  boolean prove(UUID tool) {
    jdbc.sql("SELECT id FROM toolbox.tools WHERE id = ? FOR UPDATE")
        .param(tool)
        .query(UUID.class)
        .single();
    Gate gate = gate(tool);
    gate.mustHaveModel();
    if (gate.proven()) {
      return true;
    }
    ask(tool, null, Locales.current().toLanguageTag());
    return false;
  }

  /** What is taken back need not be asked any more. */
  void cancel(UUID tool) {
    jdbc.sql(CANCEL).param(tool).update();
  }

  private void ask(UUID tool, @Nullable Integer release, String locale) {
    jdbc.sql("SELECT * FROM toolbox.evaluate(:tool, CAST(:release AS integer), :locale)")
        .param("tool", tool)
        .param("release", release)
        .param("locale", locale)
        .query(UUID.class)
        .list()
        .forEach(due -> emit(new EvaluationDue(due)));
  }

  private Gate gate(UUID tool) {
    return jdbc.sql(GATE)
        .param(tool)
        .query(Gate.class)
        .optional()
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  private ToolGate read(UUID tool) {
    Gate gate = gate(tool);
    Map<Integer, Evaluation> last = last(tool);
    return new ToolGate(
        gate.threshold(),
        gate.questions(),
        gate.proven(),
        last.get(0),
        gate.live() == null ? null : last.get(gate.live()),
        gate.canary() == null ? null : last.get(gate.canary()));
  }

  /** By release; 0 is what is being made. */
  private Map<Integer, Evaluation> last(UUID tool) {
    return jdbc.sql(LAST)
        .param(tool)
        .query(
            rows -> {
              Map<Integer, Evaluation> evaluations = new HashMap<>();
              Map<Integer, List<Evaluation.Result>> results = new HashMap<>();
              while (rows.next()) {
                int release = rows.getInt("number");
                if (!evaluations.containsKey(release)) {
                  evaluations.put(release, Evaluation.of(rows));
                }
                results
                    .computeIfAbsent(release, none -> new ArrayList<>())
                    .add(Evaluation.Result.of(rows));
              }
              evaluations.replaceAll(
                  (release, of) -> of.with(results.getOrDefault(release, List.of())));
              return evaluations;
            });
  }

  /**
   * Asks again for answers that did not come and gives up after the third time; watches canaries.
   */
  void sweep() {
    worker.call(
        () -> {
          for (Stuck each : jdbc.sql(STUCK).param(AT_ONCE).query(Stuck.class).list()) {
            if (each.attempt() > ATTEMPTS) {
              evaluations.failed(each.id(), each.attempt(), "unavailable");
            } else {
              emit(new EvaluationDue(each.id()));
            }
          }
          for (Watched each : jdbc.sql(UNWATCHED).param(AT_ONCE).query(Watched.class).list()) {
            ask(each.id(), each.number(), "ko");
          }
          return true;
        });
  }

  private void emit(EvaluationDue due) {
    outbox.append(EventType.EVALUATION_DUE.topic(), due);
  }
}
