package app.madang.functions.publishing;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a revision or a release of a tool answered golden questions.
 *
 * @param release null when what was being made was asked
 * @param questions how many are asked
 * @param answered how many ended
 */
record Evaluation(
    UUID id,
    int revision,
    @Nullable Integer release,
    String state,
    BigDecimal threshold,
    @Nullable BigDecimal score,
    int questions,
    int answered,
    PersonRef askedBy,
    Instant startedAt,
    @Nullable Instant endedAt,
    List<Result> results) {

  /**
   * One question. The parts of the score are null when nothing of the kind was expected.
   *
   * @param verdict why the judge gave what it gave; null for all but who asked for the evaluation
   * @param missing what was expected and did not come
   * @param answer null for all but who asked for the evaluation: it was written from what they may
   *     read
   * @param found names of the documents found, best first; null as the answer is
   * @param error why it was not answered: a problem's code
   */
  record Result(
      UUID questionId,
      String question,
      String state,
      @Nullable BigDecimal score,
      @Nullable BigDecimal retrieval,
      @Nullable BigDecimal citation,
      @Nullable BigDecimal fact,
      @Nullable BigDecimal exactly,
      @Nullable BigDecimal json,
      @Nullable BigDecimal judged,
      @Nullable String verdict,
      @Nullable List<String> missing,
      @Nullable String answer,
      @Nullable List<String> found,
      @Nullable String model,
      @Nullable BigDecimal cost,
      @Nullable String error) {

    static Result of(ResultSet row) throws SQLException {
      return new Result(
          row.getObject("question_id", UUID.class),
          row.getString("question"),
          row.getString("result"),
          row.getBigDecimal("points"),
          row.getBigDecimal("retrieval"),
          row.getBigDecimal("citation"),
          row.getBigDecimal("fact"),
          row.getBigDecimal("exactly"),
          row.getBigDecimal("fields"),
          row.getBigDecimal("judged"),
          row.getString("verdict"),
          texts(row, "missing"),
          row.getString("answer"),
          texts(row, "found"),
          row.getString("model"),
          row.getBigDecimal("cost"),
          row.getString("error"));
    }

    private boolean ended() {
      return !state.equals("PENDING") && !state.equals("ANSWERING");
    }

    private static @Nullable List<String> texts(ResultSet row, String column) throws SQLException {
      return row.getArray(column) == null
          ? null
          : List.of((String[]) row.getArray(column).getArray());
    }
  }

  /** Reads an evaluation without its results. */
  static Evaluation of(ResultSet row) throws SQLException {
    return new Evaluation(
        row.getObject("id", UUID.class),
        row.getInt("revision"),
        row.getObject("number", Integer.class),
        row.getString("state"),
        row.getBigDecimal("threshold"),
        row.getBigDecimal("score"),
        row.getInt("questions"),
        0,
        Objects.requireNonNull(PersonRef.of(row, "asked_by", "asker")),
        Objects.requireNonNull(Columns.instant(row, "started_at")),
        Columns.instant(row, "ended_at"),
        List.of());
  }

  Evaluation with(List<Result> results) {
    return new Evaluation(
        id,
        revision,
        release,
        state,
        threshold,
        score,
        questions,
        (int) results.stream().filter(Result::ended).count(),
        askedBy,
        startedAt,
        endedAt,
        results);
  }
}
