package app.madang.runtime.web;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.Caller;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Sealer;
import app.madang.runtime.Transactions;
import app.madang.runtime.contract.OperationTable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code Idempotency-Key}: the first answer is stored, sealed, and given again; the same key with
 * another request is refused; a second request while the first runs is told so. A call that fails
 * frees its key.
 */
public final class Idempotency {

  static final String HEADER = "Idempotency-Key";

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Sealer sealer;

  Idempotency(Transactions transactions, JdbcClient jdbc, Sealer sealer) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.sealer = sealer;
  }

  /** An encoded answer. */
  record Answer(int status, byte[] body) {}

  private record Stored(String requestHash, @Nullable Integer status, byte @Nullable [] body) {}

  /** As the contract has it. */
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{8,64}");

  Answer once(
      String key, OperationTable.Match match, String query, byte[] body, Supplier<Answer> work) {
    if (!KEY.matcher(key).matches()) {
      throw ProblemException.field(HEADER, "[A-Za-z0-9_-]{8,64}");
    }
    UUID person = Caller.current().id();
    String hash = hash(match, query, body);
    String context = "idempotency:" + person + ":" + key;
    Optional<Stored> stored = claim(person, key, hash);
    if (stored.isPresent()) {
      return again(stored.get(), hash, context);
    }
    try {
      Answer answer = work.get();
      byte[] sealed = sealer.seal(answer.body(), context);
      transactions.run(
          () ->
              jdbc.sql(
                      "UPDATE runtime.idempotency SET status = ?, body = ?"
                          + " WHERE person_id = ? AND key = ?")
                  .params(answer.status(), sealed, person, key)
                  .update());
      return answer;
    } catch (RuntimeException e) {
      transactions.run(
          () ->
              jdbc.sql(
                      "DELETE FROM runtime.idempotency"
                          + " WHERE person_id = ? AND key = ? AND status IS NULL")
                  .params(person, key)
                  .update());
      throw e;
    }
  }

  private Answer again(Stored stored, String hash, String context) {
    if (!stored.requestHash().equals(hash)) {
      throw new ProblemException(ProblemCode.IDEMPOTENCY_MISMATCH);
    }
    if (stored.status() == null || stored.body() == null) {
      throw new ProblemException(ProblemCode.IDEMPOTENCY_IN_PROGRESS);
    }
    return new Answer(stored.status(), sealer.open(stored.body(), context));
  }

  /** Claims the key; what is there already comes back instead. */
  private Optional<Stored> claim(UUID person, String key, String hash) {
    return transactions.call(
        () -> {
          int inserted =
              jdbc.sql(
                      """
                      INSERT INTO runtime.idempotency AS i (person_id, key, request_hash)
                      VALUES (?, ?, ?)
                      ON CONFLICT (person_id, key) DO UPDATE
                         SET request_hash = EXCLUDED.request_hash, status = NULL, body = NULL,
                             created_at = now()
                       WHERE i.created_at < now() - interval '24 hours'
                          OR (i.status IS NULL AND i.created_at < now() - interval '2 minutes')
                      """)
                  .params(person, key, hash)
                  .update();
          if (inserted == 1) {
            return Optional.empty();
          }
          return jdbc.sql(
                  "SELECT request_hash, status, body FROM runtime.idempotency"
                      + " WHERE person_id = ? AND key = ?")
              .params(person, key)
              .query(
                  (row, n) ->
                      new Stored(row.getString(1), (Integer) row.getObject(2), row.getBytes(3)))
              .optional();
        });
  }

  private static String hash(OperationTable.Match match, String query, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(match.operation().id().getBytes(StandardCharsets.UTF_8));
      digest.update(new TreeMap<>(match.path()).toString().getBytes(StandardCharsets.UTF_8));
      digest.update(query.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
