package app.madang.functions.chat;

import app.madang.runtime.SearchTerms;
import app.madang.runtime.Transactions;
import app.madang.toolbox.Runs;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Keeps answers; each call is one short transaction of the caller. */
final class SavedAnswers {

  private static final String STILL_STREAMING =
      " WHERE id = :id AND created_at = uuid_extract_timestamp(:id) AND status = 'streaming'";

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final MessageRows messages;
  private final SearchIndex index;
  private final SealedText sealed;
  private final Runs runs;

  SavedAnswers(
      Transactions transactions,
      JdbcClient jdbc,
      JsonMapper json,
      MessageRows messages,
      SearchIndex index,
      SealedText sealed,
      Runs runs) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.json = json;
    this.messages = messages;
    this.index = index;
    this.sealed = sealed;
    this.runs = runs;
  }

  /**
   * Keeps the text so far and shows life; false when the answer is over or gone, or its person was
   * suspended.
   */
  boolean keep(UUID answer, String text) {
    return transactions.call(
            () ->
                jdbc.sql(
                        "UPDATE chat.messages SET text = NULL, sealed = :sealed, touched_at = now()"
                            + STILL_STREAMING
                            + " AND NOT identity.is_suspended(owner_id)")
                    .param("sealed", sealed.seal(answer, text))
                    .param("id", answer)
                    .update())
        == 1;
  }

  /** The receipt of an answer that was ended before its model was. */
  void keep(UUID answer, Receipt receipt) {
    transactions.run(
        () ->
            jdbc.sql(
                    "UPDATE chat.messages SET receipt = CAST(:receipt AS jsonb)"
                        + " WHERE id = :id AND created_at = uuid_extract_timestamp(:id)")
                .param("receipt", json.writeValueAsString(receipt))
                .param("id", answer)
                .update());
  }

  /**
   * Ends an answer, once; the message as it is kept, or none when its conversation is gone.
   *
   * @param run how it went, for those who made the tool that answered; null without one
   */
  Optional<Message> finish(
      LiveAnswer live,
      AnswerStatus status,
      String text,
      List<Citation> citations,
      @Nullable AnswerFailure failure,
      @Nullable Receipt receipt,
      Runs.@Nullable Ended run) {
    return transactions.call(
        () -> {
          int finished =
              jdbc.sql(
                      "UPDATE chat.messages SET text = NULL, sealed = :sealed, status = :status,"
                          + " citations = CAST(:citations AS jsonb), failure = CAST(:failure AS text),"
                          + " receipt = coalesce(CAST(:receipt AS jsonb), receipt), touched_at = now()"
                          + STILL_STREAMING)
                  .param("sealed", sealed.seal(live.id(), text))
                  .param("receipt", receipt == null ? null : json.writeValueAsString(receipt))
                  .param("status", status.code())
                  .param("citations", json.writeValueAsString(citations))
                  .param("failure", failure == null ? null : failure.code())
                  .param("id", live.id())
                  .update();
          if (finished == 1) {
            index.add(live.conversationId(), SearchTerms.ofAnswer(text));
            if (run != null) {
              runs.end(live.id(), run);
            }
          }
          return messages.find(live.conversationId(), live.id());
        });
  }

  /** The message now; an answer whose writer died is ended first. */
  Optional<Message> find(UUID conversation, UUID answer) {
    Optional<Message> found = transactions.read(() -> messages.find(conversation, answer));
    if (found.filter(m -> m.status() == AnswerStatus.STREAMING).isPresent()
        && transactions.call(() -> messages.interruptAbandoned(conversation)) > 0) {
      return transactions.read(() -> messages.find(conversation, answer));
    }
    return found;
  }
}
