package app.madang.functions.chat;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import app.madang.toolbox.Runs;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether an answer helped. */
final class Rating {

  private static final String RATE =
      "UPDATE chat.messages SET feedback = CAST(:verdict AS text),"
          + " feedback_comment = CAST(:comment AS text)"
          + " WHERE conversation_id = :conversation AND role = 'assistant' AND"
          + MessageRows.BY_ID;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Runs runs;

  Rating(Transactions transactions, JdbcClient jdbc, Runs runs) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.runs = runs;
  }

  enum Verdict {
    @JsonProperty("up")
    UP,
    @JsonProperty("down")
    DOWN
  }

  record RateAnswer(
      @NotNull UUID conversationId,
      @NotNull UUID messageId,
      @NotNull Verdict rating,
      @Nullable @Size(max = 2000) String comment) {}

  record AnswerId(@NotNull UUID conversationId, @NotNull UUID messageId) {}

  void rate(RateAnswer input) {
    String comment = input.comment() == null ? "" : input.comment().strip();
    keep(
        input.conversationId(),
        input.messageId(),
        input.rating(),
        comment.isEmpty() ? null : comment);
  }

  void withdraw(AnswerId input) {
    keep(input.conversationId(), input.messageId(), null, null);
  }

  private void keep(
      UUID conversation, UUID message, @Nullable Verdict verdict, @Nullable String comment) {
    int kept =
        transactions.call(
            () -> {
              int rated =
                  jdbc.sql(RATE)
                      .param(
                          "verdict",
                          verdict == null ? null : verdict.name().toLowerCase(Locale.ROOT))
                      .param("comment", comment)
                      .param("conversation", conversation)
                      .param("id", message)
                      .update();
              runs.rate(message, verdict == null ? null : verdict == Verdict.UP);
              return rated;
            });
    if (kept == 0) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
  }
}
