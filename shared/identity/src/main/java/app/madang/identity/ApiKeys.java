package app.madang.identity;

import app.madang.runtime.Caller;
import app.madang.runtime.Transactions;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keys that programs show. Whom one acts for is kept for 30 seconds in the instance, so that a
 * revoked key or a suspended person is out within a minute everywhere; so is that a key is unknown.
 */
public final class ApiKeys {

  private static final Pattern FORM = Pattern.compile("mdg_[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Cache<String, Optional<Owner>> cache =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(30)).build();
  private final Transactions transactions;
  private final JdbcClient jdbc;

  /** Over schema {@code identity}. */
  public ApiKeys(Transactions transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  /**
   * Whom a key acts for.
   *
   * @param groups all that hold the person
   */
  public record Owner(UUID keyId, Caller caller, Set<UUID> groups) {}

  /** A new key; it is shown once. */
  public static String generate() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return "mdg_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is kept of a key. */
  public static byte[] hash(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whom a key acts for; none when it may not be used, or has another form. */
  public Optional<Owner> owner(String key) {
    if (!FORM.matcher(key).matches()) {
      return Optional.empty();
    }
    byte[] hash = hash(key);
    // the cache holds no key either
    return cache.get(HexFormat.of().formatHex(hash), hex -> read(hash));
  }

  private Optional<Owner> read(byte[] hash) {
    return transactions.read(
        () ->
            jdbc.sql("SELECT key_id, id, email, name, roles, groups FROM identity.key_owner(?)")
                .param(hash)
                .query(
                    (row, n) ->
                        new Owner(
                            row.getObject(1, UUID.class),
                            new Caller(
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getString(4),
                                Set.of((String[]) row.getArray(5).getArray())),
                            Set.of((UUID[]) row.getArray(6).getArray())))
                .optional());
  }
}
