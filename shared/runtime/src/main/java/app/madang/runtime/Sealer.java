package app.madang.runtime;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Authenticated encryption of what leaves the database (stream buffers, first answers): AEAD by
 * Tink with a keyset from {@code SEALING_KEYSET} (base64 of Tink's JSON).
 */
public final class Sealer {

  private final Aead aead;

  private Sealer(Aead aead) {
    this.aead = aead;
  }

  /** Reads the keyset; fails when it is not one. */
  public static Sealer fromKeyset(String base64) {
    try {
      AeadConfig.register();
      String json = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
      return new Sealer(
          TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get())
              .getPrimitive(RegistryConfiguration.get(), Aead.class));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("SEALING_KEYSET is not a base64 Tink keyset", e);
    }
  }

  /** Seals bytes to a context; they open only with the same context. */
  public byte[] seal(byte[] plain, String context) {
    try {
      return aead.encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing failed", e);
    }
  }

  /**
   * Opens sealed bytes.
   *
   * @throws IllegalArgumentException when they were changed or sealed to another context
   */
  public byte[] open(byte[] sealed, String context) {
    try {
      return aead.decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not sealed by this platform for this context", e);
    }
  }
}
