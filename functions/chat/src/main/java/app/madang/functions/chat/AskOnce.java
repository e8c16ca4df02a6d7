package app.madang.functions.chat;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.Caller;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Sealer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code Idempotency-Key} of questions: the key keeps the answer's id, claimed in the transaction
 * that saves the question, so that a repeated question reads the same answer.
 */
final class AskOnce {

  private static final int STATUS = 200;

  private final JdbcClient jdbc;
  private final Sealer sealer;

  AskOnce(JdbcClient jdbc, Sealer sealer) {
    this.jdbc = jdbc;
    this.sealer = sealer;
  }

  private record Stored(String hash, String answer) {}

  /** Claims a key for a new answer; the answer that has it already comes back instead. */
  Optional<UUID> claim(String key, Asking.Ask ask, UUID answer) {
    UUID person = Caller.current().id();
    String context = "ask:" + person + ":" + key;
    String hash = hash(ask);
    int claimed =
        jdbc.sql(
                """
                INSERT INTO runtime.idempotency AS i (person_id, key, request_hash, status, body)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (person_id, key) DO UPDATE
                   SET request_hash = EXCLUDED.request_hash, status = EXCLUDED.status,
                       body = EXCLUDED.body, created_at = now()
                 WHERE i.created_at < now() - interval '24 hours'
                """)
            .params(person, key, hash, STATUS, sealer.seal(bytes(answer.toString()), context))
            .update();
    if (claimed == 1) {
      return Optional.empty();
    }
    Stored stored =
        jdbc.sql(
                "SELECT request_hash, body FROM runtime.idempotency WHERE person_id = ? AND key = ?")
            .params(person, key)
            .query((row, n) -> new Stored(row.getString(1), open(row.getBytes(2), context)))
            .single();
    if (!stored.hash().equals(hash)) {
      throw new ProblemException(ProblemCode.IDEMPOTENCY_MISMATCH);
    }
    return Optional.of(UUID.fromString(stored.answer()));
  }

  private String open(byte[] sealed, String context) {
    try {
      return new String(sealer.open(sealed, context), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // the key belongs to another operation's first answer
      throw new ProblemException(ProblemCode.IDEMPOTENCY_MISMATCH);
    }
  }

  private static String hash(Asking.Ask ask) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          bytes("ask " + ask.conversationId() + " " + ask.parentId() + " " + ask.model() + " "));
      if (ask.images() != null) {
        digest.update(bytes(ask.images() + " "));
      }
      String asked = ask.text() == null ? "form " + ask.inputs() : ask.text();
      return HexFormat.of().formatHex(digest.digest(bytes(asked)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
