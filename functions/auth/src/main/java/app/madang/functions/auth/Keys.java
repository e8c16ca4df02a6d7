package app.madang.functions.auth;

import app.madang.contracts.ProblemCode;
import app.madang.identity.ApiKeys;
import app.madang.runtime.Caller;
import app.madang.runtime.Page;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The caller's keys for programs. */
final class Keys {

  private static final int MOST = 50;
  private static final int USUAL_DAYS = 90;

  private final Transactions transactions;
  private final JdbcClient jdbc;

  Keys(Transactions transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  record ListKeys() {}

  record CreateKey(
      @NotBlank @Size(max = 100) String name, @Nullable @Min(1) @Max(365) Integer days) {}

  record KeyId(@NotNull UUID keyId) {}

  record ApiKey(UUID id, String name, String hint, Instant expiresAt) {}

  record NewApiKey(UUID id, String name, String hint, Instant expiresAt, String key) {}

  Page<ApiKey> list(ListKeys input) {
    return new Page<>(transactions.read(() -> of(Caller.current().id())), null);
  }

  /** Keys that still work, newest first; inside a transaction. */
  List<ApiKey> of(UUID owner) {
    return jdbc.sql(
            """
            SELECT id, name, hint, expires_at FROM identity.api_keys
             WHERE user_id = ? AND revoked_at IS NULL AND expires_at > now() ORDER BY id DESC
            """)
        .param(owner)
        .query(
            (row, n) ->
                new ApiKey(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    row.getObject(4, OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Shows the key once; only its hash is kept. */
  NewApiKey create(CreateKey input) {
    return transactions.call(() -> add(Caller.current().id(), input.name(), input.days()));
  }

  /** A new key of somebody; inside a transaction. */
  NewApiKey add(UUID owner, String name, @Nullable Integer wantedDays) {
    if (of(owner).size() >= MOST) {
      throw new ProblemException(ProblemCode.CONFLICT);
    }
    String key = ApiKeys.generate();
    String hint = key.substring(key.length() - 4);
    int days = wantedDays == null ? USUAL_DAYS : wantedDays;
    Instant expires = Instant.now().plus(Duration.ofDays(days));
    UUID id =
        jdbc.sql(
                "INSERT INTO identity.api_keys (user_id, name, hash, hint, expires_at)"
                    + " VALUES (?, ?, ?, ?, ?) RETURNING id")
            .params(owner, name, ApiKeys.hash(key), hint, expires.atOffset(ZoneOffset.UTC))
            .query(UUID.class)
            .single();
    return new NewApiKey(id, name, hint, expires, key);
  }

  void revoke(KeyId input) {
    transactions.run(() -> revoke(Caller.current().id(), input.keyId()));
  }

  /** Ends a key of somebody; inside a transaction. */
  void revoke(UUID owner, UUID key) {
    int revoked =
        jdbc.sql(
                "UPDATE identity.api_keys SET revoked_at = now()"
                    + " WHERE id = ? AND user_id = ? AND revoked_at IS NULL")
            .params(key, owner)
            .update();
    if (revoked == 0) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
  }
}
