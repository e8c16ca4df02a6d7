package app.madang.models.setup;

import app.madang.runtime.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Vendors' keys: they go in and are never shown again. Inside a transaction of an administrator.
 */
public final class ProviderKeys {

  private static final int HINT = 4;

  private final JdbcClient jdbc;
  private final KeyVault vault;

  /** Over the database and where keys lie. */
  public ProviderKeys(JdbcClient jdbc, KeyVault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  static String context(String provider) {
    return "models.keys/" + provider;
  }

  /**
   * Sets a provider's key.
   *
   * @throws SecretFailure when it cannot be kept; nothing has changed then
   */
  public void set(String provider, String key) {
    byte[] sealed = vault.keep(provider, key);
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

  /**
   * Forgets a provider's key.
   *
   * @throws SecretFailure when it cannot be forgotten; the transaction must not commit then
   */
  public void remove(String provider) {
    byte[] kept =
        jdbc.sql("DELETE FROM models.keys WHERE provider = :provider RETURNING sealed")
            .param("provider", provider)
            .query(byte[].class)
            .optional()
            .orElse(null);
    vault.forget(provider, kept);
  }
}
