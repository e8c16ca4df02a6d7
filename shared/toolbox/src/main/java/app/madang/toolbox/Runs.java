package app.madang.toolbox;

import app.madang.contracts.events.CanaryObserved;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What releases answered, for those who make them: that it happened and how it went, not what was
 * said; which of their own lines a question was near to is counted and never read. Inside the
 * transaction of who asked.
 */
public final class Runs {

  private static final String CANARY =
      """
       RETURNING tool_id, number, EXISTS (
        SELECT FROM toolbox.shelf s WHERE s.tool_id = runs.tool_id AND s.canary = runs.number) AS canary
      """;

  private static final String START =
      """
      INSERT INTO toolbox.runs (answer_id, tool_id, number, acl_id, person_id)
      SELECT :answer, tool_id, :number, acl_id, identity.current_user_id() FROM toolbox.shelf WHERE tool_id = :tool
      RETURNING CASE WHEN :known THEN NULL ELSE toolbox.topics_of(tool_id, number) END
      """;

  private static final String END =
      """
      UPDATE toolbox.runs SET ended_at = now(), outcome = :outcome, passages = CAST(:passages AS smallint),
        cited = CAST(:cited AS smallint), cost = CAST(:cost AS numeric), topic = CAST(:topic AS integer)
      WHERE answer_id = :answer AND ended_at IS NULL
      """
          + CANARY;

  private static final String RATE =
      "UPDATE toolbox.runs SET rating = CAST(:rating AS smallint) WHERE answer_id = :answer"
          + CANARY;

  private final JdbcClient jdbc;
  private final Consumer<CanaryObserved> observed;
  private final KnownTopics known;

  /**
   * Writes as the caller of the transaction.
   *
   * @param observed hears of each answer of a canary in its transaction
   * @param words what a text is about, each word as it is compared
   */
  public Runs(
      JdbcClient jdbc, Consumer<CanaryObserved> observed, Function<String, Set<String>> words) {
    this.jdbc = jdbc;
    this.observed = observed;
    this.known = new KnownTopics(words);
  }

  /** How a run ended. */
  public enum Outcome {
    COMPLETE,
    STOPPED,
    INTERRUPTED,
    FAILED
  }

  /**
   * What is known at the end.
   *
   * @param passages how many were found; null when the tool reads nothing
   * @param cited how many of them the answer cites
   * @param cost in the company's currency; null when no model was asked
   * @param topic as {@link Runs#topic} told it; null for none
   */
  public record Ended(
      Outcome outcome,
      @Nullable Integer passages,
      @Nullable Integer cited,
      @Nullable BigDecimal cost,
      @Nullable Integer topic) {}

  /** An answer begins; what its release's makers wrote comes back with the first on an instance. */
  public void start(UUID answer, ReleaseSnapshot release) {
    jdbc.sql(START)
        .param("answer", answer)
        .param("tool", release.toolId())
        .param("number", release.number())
        .param("known", known.has(release))
        .query((row, n) -> Optional.ofNullable(row.getString(1)))
        .optional()
        .flatMap(lines -> lines)
        .ifPresent(lines -> known.put(release, lines));
  }

  /**
   * What a question to a release is about: the number of a line that was there before it was asked,
   * nothing of its own words; null for none of them. Asks no database.
   */
  public @Nullable Integer topic(ReleaseSnapshot release, String question) {
    return known.of(release, question);
  }

  /** An answer is over; a second end changes nothing. */
  public void end(UUID answer, Ended ended) {
    tell(
        jdbc.sql(END)
            .param("outcome", ended.outcome().name())
            .param("passages", ended.passages())
            .param("cited", ended.cited())
            .param("cost", ended.cost())
            .param("topic", ended.topic())
            .param("answer", answer));
  }

  /**
   * Whether it helped.
   *
   * @param helped null takes a rating back
   */
  public void rate(UUID answer, @Nullable Boolean helped) {
    Integer rating = helped == null ? null : helped ? 1 : -1;
    tell(jdbc.sql(RATE).param("rating", rating).param("answer", answer));
  }

  /** A canary is judged by each of its answers. */
  private void tell(JdbcClient.StatementSpec statement) {
    statement
        .query(Touched.class)
        .optional()
        .filter(Touched::canary)
        .ifPresent(run -> observed.accept(new CanaryObserved(run.toolId(), run.number())));
  }

  private record Touched(UUID toolId, int number, boolean canary) {}
}
