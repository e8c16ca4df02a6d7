package app.madang.functions.chat;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A person's word for one call with these arguments, good once. The row decides, so that it may be
 * given at any instance; while it is waited for no connection is held.
 */
final class Confirmations {

  private static final Duration LOOK = Duration.ofMillis(400);

  private static final String DECIDE =
      """
      UPDATE chat.confirmations SET decision = :decision
       WHERE id = :id AND conversation_id = :conversation AND answer_id = :answer AND hash = :hash
         AND decision IS NULL AND expires_at > now()
         AND EXISTS (SELECT FROM chat.messages m
                      WHERE m.id = answer_id AND m.created_at = uuid_extract_timestamp(answer_id) AND m.status = 'streaming')
      """;

  private static final String LOOK_AT =
      """
      SELECT coalesce(decision, CASE WHEN expires_at <= now() THEN 'late' ELSE '' END)
        FROM chat.confirmations WHERE id = ?
      """;

  /** Either a word came in time, or this: what is told to the person is what happens. */
  private static final String TOO_LATE =
      """
      UPDATE chat.confirmations SET decision = 'declined'
       WHERE id = ? AND decision IS NULL AND expires_at <= now()
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Duration patience;

  Confirmations(Transactions transactions, JdbcClient jdbc, Duration patience) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.patience = patience;
  }

  record DecideAction(
      @NotNull UUID conversationId,
      @NotNull UUID messageId,
      @NotNull UUID actionId,
      @NotBlank @Size(max = 100) String hash,
      @NotNull Boolean allow) {}

  /** What became of it. */
  enum Word {
    ALLOWED,
    DECLINED,
    EXPIRED
  }

  /** The person decides, while somebody still writes the answer. */
  void decide(DecideAction input) {
    transactions.run(
        () -> {
          int decided =
              jdbc.sql(DECIDE)
                  .param("decision", input.allow() ? "allowed" : "declined")
                  .param("id", input.actionId())
                  .param("conversation", input.conversationId())
                  .param("answer", input.messageId())
                  .param("hash", input.hash())
                  .update();
          if (decided == 0) {
            boolean known =
                jdbc.sql("SELECT count(*) FROM chat.confirmations WHERE id = ? AND answer_id = ?")
                        .params(input.actionId(), input.messageId())
                        .query(Long.class)
                        .single()
                    > 0;
            throw new ProblemException(known ? ProblemCode.CONFLICT : ProblemCode.NOT_FOUND);
          }
        });
  }

  /** Puts the question; until when it waits, by the database's clock as all that follows. */
  Instant ask(UUID id, UUID conversation, UUID answer, String hash) {
    return transactions.call(
        () ->
            jdbc.sql(
                    "INSERT INTO chat.confirmations (id, conversation_id, answer_id, hash, expires_at)"
                        + " VALUES (?, ?, ?, ?, now() + make_interval(secs => ?)) RETURNING expires_at")
                .params(id, conversation, answer, hash, patience.toMillis() / 1000.0)
                .query(OffsetDateTime.class)
                .single()
                .toInstant());
  }

  /** Waits for the word and uses it up; nothing when nobody wants the answer any more. */
  Optional<Word> await(UUID id, String hash, BooleanSupplier cancelled) {
    try {
      while (!cancelled.getAsBoolean()) {
        String decision =
            transactions
                .read(() -> jdbc.sql(LOOK_AT).param(id).query(String.class).optional())
                .orElse("declined");
        if (decision.equals("declined")) {
          return Optional.of(Word.DECLINED);
        }
        if (decision.equals("allowed")) {
          return Optional.of(use(id, hash) ? Word.ALLOWED : Word.DECLINED);
        }
        if (decision.equals("late")
            && transactions.call(() -> jdbc.sql(TOO_LATE).param(id).update()) == 1) {
          return Optional.of(Word.EXPIRED);
        }
        Thread.sleep(LOOK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private boolean use(UUID id, String hash) {
    return transactions.call(
            () ->
                jdbc.sql(
                        "UPDATE chat.confirmations SET decision = 'used'"
                            + " WHERE id = ? AND hash = ? AND decision = 'allowed'")
                    .params(id, hash)
                    .update())
        == 1;
  }
}
