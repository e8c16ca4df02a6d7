package app.madang.functions.chat;

import app.madang.models.masking.Placeholders;
import app.madang.runtime.Sealer;
import app.madang.runtime.Transactions;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a conversation's placeholders stand for, sealed; short transactions of the caller. */
final class ConversationPlaceholders {

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Sealer sealer;

  ConversationPlaceholders(Transactions transactions, JdbcClient jdbc, Sealer sealer) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.sealer = sealer;
  }

  Placeholders load(UUID conversation) {
    return transactions
        .read(
            () ->
                jdbc.sql(
                        "SELECT placeholders FROM chat.conversations"
                            + " WHERE id = ? AND placeholders IS NOT NULL")
                    .param(conversation)
                    .query((row, n) -> row.getBytes(1))
                    .optional())
        .map(
            bytes ->
                Placeholders.fromJson(
                    new String(sealer.open(bytes, context(conversation)), StandardCharsets.UTF_8)))
        .orElseGet(Placeholders::new);
  }

  void save(UUID conversation, Placeholders placeholders) {
    byte[] sealed =
        sealer.seal(placeholders.toJson().getBytes(StandardCharsets.UTF_8), context(conversation));
    transactions.run(
        () ->
            jdbc.sql("UPDATE chat.conversations SET placeholders = ? WHERE id = ?")
                .params(sealed, conversation)
                .update());
  }

  private static String context(UUID conversation) {
    return "chat.placeholders/" + conversation;
  }
}
