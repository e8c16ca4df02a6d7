package app.madang.functions.chat;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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

  /** The person decides. */
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

  /** Puts the question; until when it waits. */
  Instant ask(UUID id, UUID conversation, UUID answer, String hash) {
    Instant until = Instant.now().plus(patience);
    transactions.run(
        () ->
            jdbc.sql(
                    "INSERT INTO chat.confirmations (id, conversation_id, answer_id, hash, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .params(id, conversation, answer, hash, until.atOffset(ZoneOffset.UTC))
                .update());
    return until;
  }

  /** Waits for the word and uses it up; nothing when nobody wants the answer any more. */
  Optional<Word> await(UUID id, String hash, Instant until, BooleanSupplier cancelled) {
    try {
      while (!cancelled.getAsBoolean()) {
        String decision =
            transactions
                .read(
                    () ->
                        jdbc.sql(
                                "SELECT coalesce(decision, '') FROM chat.confirmations WHERE id = ?")
                            .param(id)
                            .query(String.class)
                            .optional())
                .orElse("declined");
        if (decision.equals("declined")) {
          return Optional.of(Word.DECLINED);
        }
        if (decision.equals("allowed")) {
          return Optional.of(use(id, hash) ? Word.ALLOWED : Word.DECLINED);
        }
        if (Instant.now().isAfter(until)) {
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
