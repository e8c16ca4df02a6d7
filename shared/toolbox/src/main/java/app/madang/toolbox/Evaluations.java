package app.madang.toolbox;

import app.madang.contracts.events.EvaluationDue;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The questions of a running evaluation, each answered once. Inside the worker's transaction; every
 * step is conditional, so that a second delivery changes nothing.
 */
public final class Evaluations {

  private static final String CLAIM =
      """
      UPDATE toolbox.evaluation_results r SET state = 'ANSWERING', emitted_at = clock_timestamp()
        FROM toolbox.evaluations e
       WHERE r.id = ? AND r.state = 'PENDING' AND e.id = r.evaluation_id AND e.state = 'RUNNING'
      RETURNING r.id, r.attempt, r.question, r.facts, r.documents, r.passages, r.exact, r.json, r.rubric,
        e.tool_id, e.number, e.instructions, e.model, e.collection_ids, e.inputs, e.output, e.sampling, e.asked_by, e.locale
      """;

  private static final String DONE =
      """
      UPDATE toolbox.evaluation_results SET state = 'DONE', answer = :answer, found = :found, missing = :missing,
        retrieval = CAST(:retrieval AS numeric), citation = CAST(:citation AS numeric), fact = CAST(:fact AS numeric),
        exactly = CAST(:exactly AS numeric), fields = CAST(:fields AS numeric), judged = CAST(:judged AS numeric),
        verdict = :verdict, score = CAST(:score AS numeric), model = :model, cost = CAST(:cost AS numeric)
      WHERE id = :id AND state = 'ANSWERING' AND attempt = :attempt
      """;

  private static final String FAILED =
      "UPDATE toolbox.evaluation_results SET state = 'ERROR', error = ?, score = 0"
          + " WHERE id = ? AND state IN ('PENDING', 'ANSWERING') AND attempt = ?";

  /** Of two last answers at once, the second sees the first. */
  private static final String LOCK =
      "SELECT id FROM toolbox.evaluations WHERE id = (SELECT evaluation_id FROM toolbox.evaluation_results WHERE id = ?) FOR UPDATE";

  private static final String CLOSE =
      """
      UPDATE toolbox.evaluations e SET ended_at = clock_timestamp(), score = r.score,
        state = CASE WHEN r.broken THEN 'ERROR' WHEN r.score >= e.threshold THEN 'PASSED' ELSE 'FAILED' END
      FROM (SELECT trunc(avg(score), 3) AS score, bool_or(state = 'ERROR') AS broken,
              bool_or(state IN ('PENDING', 'ANSWERING')) AS waiting
              FROM toolbox.evaluation_results WHERE evaluation_id = :id) r
      WHERE e.id = :id AND e.state = 'RUNNING' AND NOT r.waiting
      """;

  private static final String NEXT =
      """
      UPDATE toolbox.evaluation_results SET emitted_at = clock_timestamp() WHERE id = (
        SELECT r.id FROM toolbox.evaluation_results r JOIN toolbox.evaluations e ON e.id = r.evaluation_id
         WHERE e.id = ? AND e.state = 'RUNNING' AND r.state = 'PENDING' AND r.emitted_at IS NULL ORDER BY r.place LIMIT 1)
      RETURNING id
      """;

  private final JdbcClient jdbc;
  private final Consumer<EvaluationDue> events;

  /**
   * Writes as the worker of the transaction.
   *
   * @param events takes an event that commits with the transaction
   */
  public Evaluations(JdbcClient jdbc, Consumer<EvaluationDue> events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /**
   * A question to be answered.
   *
   * @param attempt counts from 1; an answer of an earlier attempt comes too late
   * @param tool as it was when the evaluation began; its actions are left out
   * @param askedBy whose rights and budgets count
   * @param locale a language tag
   */
  public record Due(
      UUID id,
      int attempt,
      String question,
      GoldenScore.Expected expected,
      ReleaseSnapshot tool,
      UUID askedBy,
      String locale) {

    static Due of(ResultSet row, int number) throws SQLException {
      return new Due(
          row.getObject("id", UUID.class),
          row.getInt("attempt"),
          row.getString("question"),
          new GoldenScore.Expected(
              texts(row, "facts"),
              texts(row, "documents"),
              texts(row, "passages"),
              row.getString("exact"),
              row.getString("json"),
              row.getString("rubric")),
          new ReleaseSnapshot(
              row.getObject("tool_id", UUID.class),
              row.getInt("number"),
              row.getString("instructions"),
              row.getString("model"),
              List.of((UUID[]) row.getArray("collection_ids").getArray()),
              Definitions.inputs(row.getString("inputs")),
              Definitions.output(row.getString("output")),
              Definitions.sampling(row.getString("sampling")),
              List.of()),
          row.getObject("asked_by", UUID.class),
          row.getString("locale"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
      return List.of((String[]) row.getArray(column).getArray());
    }
  }

  /**
   * An answer and what it took.
   *
   * @param found names of the documents that were found, best first
   * @param verdict why the judge gave what it gave; null when none judged
   * @param cost in the company's currency; null when no model was asked
   */
  public record Answered(
      String text,
      List<String> found,
      @Nullable String verdict,
      String model,
      @Nullable BigDecimal cost) {}

  /** Takes a question that waits; none when it is taken, answered or called off. */
  public Optional<Due> claim(UUID result) {
    return jdbc.sql(CLAIM).param(result).query(Due::of).optional();
  }

  /** Keeps an answer and asks for the next; the last one ends the evaluation. */
  public void done(Due due, Answered answered, GoldenScore score) {
    int kept =
        jdbc.sql(DONE)
            .param("answer", answered.text())
            .param("found", answered.found().toArray(String[]::new))
            .param("missing", score.missing().toArray(String[]::new))
            .param("retrieval", score.retrieval())
            .param("citation", score.citation())
            .param("fact", score.fact())
            .param("exactly", score.exactly())
            .param("fields", score.fields())
            .param("judged", score.judged())
            .param("verdict", answered.verdict())
            .param("score", score.total())
            .param("model", answered.model())
            .param("cost", answered.cost())
            .param("id", due.id())
            .param("attempt", due.attempt())
            .update();
    goOn(due.id(), kept);
  }

  /**
   * Keeps that a question could not be answered and asks for the next; the last one ends the
   * evaluation.
   *
   * @param code of the problem
   */
  public void failed(UUID result, int attempt, String code) {
    goOn(result, jdbc.sql(FAILED).params(code, result, attempt).update());
  }

  private void goOn(UUID result, int kept) {
    if (kept == 0) {
      return;
    }
    UUID evaluation = jdbc.sql(LOCK).param(result).query(UUID.class).single();
    jdbc.sql(CLOSE).param("id", evaluation).update();
    jdbc.sql(NEXT)
        .param(evaluation)
        .query(UUID.class)
        .list()
        .forEach(next -> events.accept(new EvaluationDue(next)));
  }
}
