package app.madang.functions.chat;

import app.madang.runtime.Sealer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was said, sealed at rest: a copy of the database alone reads nothing. */
final class SealedText {

  private final Sealer sealer;

  SealedText(Sealer sealer) {
    this.sealer = sealer;
  }

  byte[] seal(UUID message, String text) {
    return sealer.seal(text.getBytes(StandardCharsets.UTF_8), context(message));
  }

  String open(UUID message, byte[] sealed) {
    return new String(sealer.open(sealed, context(message)), StandardCharsets.UTF_8);
  }

  /** The text of a row that has {@code id}, {@code sealed} and {@code text}. */
  String of(ResultSet row) throws SQLException {
    byte @Nullable [] sealed = row.getBytes("sealed");
    return sealed == null ? row.getString("text") : open(row.getObject("id", UUID.class), sealed);
  }

  private static String context(UUID message) {
    return "chat.messages/" + message;
  }
}
