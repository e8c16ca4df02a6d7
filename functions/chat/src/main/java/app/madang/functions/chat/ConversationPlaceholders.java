package app.madang.functions.chat;

import app.madang.models.door.PlaceholderBook;
import app.madang.models.masking.Placeholders;
import app.madang.runtime.Sealer;
import app.madang.runtime.Transactions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

  /** The book of a conversation, for one call. */
  PlaceholderBook of(UUID conversation) {
    return new Book(conversation);
  }

  private static String context(UUID conversation) {
    return "chat.placeholders/" + conversation;
  }

  /** Sealing is never twice the same, so that the sealed bytes tell one state from another. */
  private final class Book implements PlaceholderBook {

    private final UUID conversation;
    private byte @Nullable [] read;
    private int known;

    private Book(UUID conversation) {
      this.conversation = conversation;
    }

    @Override
    public Placeholders load() {
      List<byte @Nullable []> rows = transactions.read(this::rows);
      byte[] sealed = rows.isEmpty() ? null : rows.getFirst();
      Placeholders map =
          sealed == null
              ? new Placeholders()
              : Placeholders.fromJson(
                  new String(sealer.open(sealed, context(conversation)), StandardCharsets.UTF_8));
      read = sealed;
      known = map.size();
      return map;
    }

    @Override
    public boolean keep(Placeholders map) {
      if (map.size() == known) {
        return true;
      }
      byte[] sealed =
          sealer.seal(map.toJson().getBytes(StandardCharsets.UTF_8), context(conversation));
      // a conversation that is gone keeps nothing, and its answer is about to end
      return transactions.call(() -> replace(sealed) == 1 || rows().isEmpty());
    }

    private List<byte @Nullable []> rows() {
      return jdbc.sql("SELECT placeholders FROM chat.conversations WHERE id = ?")
          .param(conversation)
          .query((row, n) -> row.getBytes(1))
          .list();
    }

    private int replace(byte[] sealed) {
      return jdbc.sql(
              "UPDATE chat.conversations SET placeholders = :sealed WHERE id = :id"
                  + " AND placeholders IS NOT DISTINCT FROM CAST(:read AS bytea)")
          .param("sealed", sealed)
          .param("id", conversation)
          .param("read", read)
          .update();
    }
  }
}
