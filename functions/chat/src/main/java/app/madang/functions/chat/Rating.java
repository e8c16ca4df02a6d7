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

  void rate(RateAnswer input) {
    int rated =
        transactions.call(
            () ->
                jdbc.sql(
                        "UPDATE chat.messages SET feedback = :rating,"
                            + " feedback_comment = CAST(:comment AS text)"
                            + " WHERE conversation_id = :conversation AND role = 'assistant' AND"
                            + MessageRows.BY_ID)
                    .param("rating", input.rating().name().toLowerCase(Locale.ROOT))
                    .param("comment", input.comment())
                    .param("conversation", input.conversationId())
                    .param("id", input.messageId())
                    .update());
    if (rated == 0) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
  }
}
