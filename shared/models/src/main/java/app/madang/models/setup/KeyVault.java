package app.madang.models.setup;

import app.madang.models.ModelFailure;
import app.madang.runtime.Sealer;
import app.madang.runtime.Settings;
import app.madang.runtime.security.GoogleAccess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where vendors' keys lie: in Secret Manager when {@code SECRET_STORE=secret-manager}, and then the
 * database has but the name of a version; else sealed in the database. What was kept one way stays
 * readable when the other is chosen.
 */
public final class KeyVault {

  /** How values of the environment name a secret too. */
  static final String SCHEME = "sm://";

  private static final Logger LOG = LoggerFactory.getLogger(KeyVault.class);
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final Sealer sealer;
  private final boolean secretManager;
  private final GoogleSecrets secrets;
  private final LongSupplier nanos;
  private final Map<String, Read> read = new ConcurrentHashMap<>();

  private record Read(String value, long at) {

    /** Whatever prints it, the key is not in it. */
    @Override
    public String toString() {
      return "Read[" + at + "]";
    }
  }

  KeyVault(Sealer sealer, boolean secretManager, GoogleSecrets secrets, LongSupplier nanos) {
    this.sealer = sealer;
    this.secretManager = secretManager;
    this.secrets = secrets;
    this.nanos = nanos;
  }

  /** As the environment says. */
  static KeyVault ofEnvironment(Sealer sealer) {
    String store = Settings.optional("SECRET_STORE").orElse("database");
    if (!store.equals("secret-manager") && !store.equals("database")) {
      throw new IllegalStateException(
          "environment variable SECRET_STORE is neither database nor secret-manager: " + store);
    }
    GoogleSecrets secrets =
        new GoogleSecrets(
            Settings.optional("SECRET_MANAGER_URL").orElse("https://secretmanager.googleapis.com"),
            Settings.optional("GOOGLE_CLOUD_PROJECT").orElse(""),
            Settings.optional("SECRET_REGION"),
            new GoogleAccess()::token);
    return new KeyVault(sealer, store.equals("secret-manager"), secrets, System::nanoTime);
  }

  /**
   * Keeps a key.
   *
   * @return what the database holds for it
   * @throws SecretFailure when it cannot be kept
   */
  byte[] keep(String provider, String key) {
    if (!secretManager) {
      return sealer.seal(key.getBytes(StandardCharsets.UTF_8), ProviderKeys.context(provider));
    }
    String version = secrets.add(name(provider), key);
    return (SCHEME + version).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The key of a call.
   *
   * @throws ModelFailure when it cannot be read: nothing is sent then
   */
  String open(String provider, byte[] kept) {
    String text = new String(kept, StandardCharsets.UTF_8);
    return text.startsWith(SCHEME)
        ? named(text)
        : new String(sealer.open(kept, ProviderKeys.context(provider)), StandardCharsets.UTF_8);
  }

  /**
   * A value of the environment: itself, or what a secret's version holds that it names.
   *
   * @throws ModelFailure when it cannot be read: nothing is sent then
   */
  String resolve(String value) {
    return value.startsWith(SCHEME) ? named(value) : value;
  }

  /** A version never changes, so a new key is a new name; five minutes are for a withdrawn one. */
  private String named(String address) {
    Read known = read.get(address);
    if (known != null && nanos.getAsLong() - known.at() < FRESH.toNanos()) {
      return known.value();
    }
    try {
      String value = secrets.read(address.substring(SCHEME.length()));
      read.put(address, new Read(value, nanos.getAsLong()));
      return value;
    } catch (SecretFailure e) {
      read.remove(address);
      LOG.error("The key at {} cannot be read: {}", address, e.getMessage());
      throw new ModelFailure(
          switch (e.why()) {
            case BUSY, AWAY -> ModelFailure.Kind.UNAVAILABLE;
            default -> ModelFailure.Kind.KEY_REFUSED;
          },
          null);
    }
  }

  /**
   * Forgets a provider's key.
   *
   * @param kept what the database held; null when it held nothing
   * @throws SecretFailure when it cannot be forgotten
   */
  void forget(String provider, byte @Nullable [] kept) {
    if (kept != null && new String(kept, StandardCharsets.UTF_8).startsWith(SCHEME)) {
      secrets.forget(name(provider));
    }
  }

  /** Secret Manager takes letters, digits, dashes and underscores. */
  static String name(String provider) {
    StringBuilder name = new StringBuilder("madang-key-");
    for (char c : provider.toCharArray()) {
      boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-';
      name.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "_%02x", (int) c));
    }
    return name.toString();
  }
}
