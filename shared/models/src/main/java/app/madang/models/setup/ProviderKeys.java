package app.madang.models.setup;

import app.madang.runtime.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Vendors' keys: they go in and are never shown again. Inside a transaction of an administrator.
 */
public final class ProviderKeys {

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
    // the column once held the key's end, which is shown to nobody any more
    jdbc.sql(
            """
            INSERT INTO models.keys (provider, sealed, hint, updated_by)
            VALUES (:provider, :sealed, '', :by)
            ON CONFLICT (provider) DO UPDATE
            SET sealed = excluded.sealed, hint = excluded.hint,
                updated_by = excluded.updated_by, updated_at = now()
            """)
        .param("provider", provider)
        .param("sealed", sealed)
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
