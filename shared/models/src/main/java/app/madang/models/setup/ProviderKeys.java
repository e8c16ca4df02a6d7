package app.madang.models.setup;

import app.madang.runtime.Caller;
import app.madang.runtime.Sealer;
import java.nio.charset.StandardCharsets;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Vendors' keys: they go in and are never shown again. Inside a transaction of an administrator.
 */
public final class ProviderKeys {

  private static final int HINT = 4;

  private final JdbcClient jdbc;
  private final Sealer sealer;

  /** Over the database. */
  public ProviderKeys(JdbcClient jdbc, Sealer sealer) {
    this.jdbc = jdbc;
    this.sealer = sealer;
  }

  static String context(String provider) {
    return "models.keys/" + provider;
  }

  /** Sets a provider's key. */
  public void set(String provider, String key) {
    byte[] sealed = sealer.seal(key.getBytes(StandardCharsets.UTF_8), context(provider));
    // of a short key the end would be too much of it
    String hint = key.length() < 4 * HINT ? "" : key.substring(key.length() - HINT);
    jdbc.sql(
            """
            INSERT INTO models.keys (provider, sealed, hint, updated_by)
            VALUES (:provider, :sealed, :hint, :by)
            ON CONFLICT (provider) DO UPDATE
            SET sealed = excluded.sealed, hint = excluded.hint,
                updated_by = excluded.updated_by, updated_at = now()
            """)
        .param("provider", provider)
        .param("sealed", sealed)
        .param("hint", hint)
        .param("by", Caller.current().id())
        .update();
  }

  /** Forgets a provider's key. */
  public void remove(String provider) {
    jdbc.sql("DELETE FROM models.keys WHERE provider = :provider")
        .param("provider", provider)
        .update();
  }
}
