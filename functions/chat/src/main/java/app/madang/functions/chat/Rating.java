package app.madang.functions.chat;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether an answer helped. */
final class Rating {

  private final Transactions transactions;
  private final JdbcClient jdbc;

  Rating(Transactions transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
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
    String verdict = input.rating().name().toLowerCase(Locale.ROOT);
    String comment = input.comment() == null ? "" : input.comment().strip();
    keep(input.conversationId(), input.messageId(), verdict, comment.isEmpty() ? null : comment);
  }

  void withdraw(AnswerId input) {
    keep(input.conversationId(), input.messageId(), null, null);
  }

  private void keep(
      UUID conversation, UUID message, @Nullable String verdict, @Nullable String comment) {
    int kept =
        transactions.call(
            () ->
                jdbc.sql(
                        "UPDATE chat.messages SET feedback = CAST(:verdict AS text),"
                            + " feedback_comment = CAST(:comment AS text)"
                            + " WHERE conversation_id = :conversation AND role = 'assistant' AND"
                            + MessageRows.BY_ID)
                    .param("verdict", verdict)
                    .param("comment", comment)
                    .param("conversation", conversation)
                    .param("id", message)
                    .update());
    if (kept == 0) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
  }
}
