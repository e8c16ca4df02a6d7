package app.madang.models.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.madang.models.ModelFailure;
import app.madang.runtime.Sealer;
import app.madang.testing.servers.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyVaultTest {

  private static final String KEY = "sk-proj-abcdefghijklmnop";

  private final VaultStandIn stand = new VaultStandIn();
  private final Sealer sealer = Sealer.fromKeyset(Secrets.keyset());
  private final AtomicLong clock = new AtomicLong();

  @AfterEach
  void stop() {
    stand.close();
  }

  private KeyVault vault(boolean secretManager, Optional<String> region) {
    GoogleSecrets secrets =
        new GoogleSecrets(
            stand.url(), "madang-test", region, () -> Optional.of(VaultStandIn.TOKEN));
    return new KeyVault(sealer, secretManager, secrets, clock::get);
  }

  private KeyVault vault() {
    return vault(true, Optional.empty());
  }

  @Test
  void aKeyBecomesAVersionAndTheDatabaseHasItsNameOnly() {
    byte[] kept = vault().keep("openai", KEY);
    assertThat(new String(kept, StandardCharsets.UTF_8))
        .isEqualTo("sm://projects/madang-test/secrets/madang-key-openai/versions/1");
    assertThat(vault().open("openai", kept)).isEqualTo(KEY);
    assertThat(stand.made)
        .singleElement()
        .asString()
        .contains("\"automatic\":{}")
        .contains("madang");
  }

  @Test
  void aSecretIsKeptWhereItMayBe() {
    vault(true, Optional.of("asia-northeast3")).keep("our.own_v1", KEY);
    assertThat(stand.made).singleElement().asString().contains("\"location\":\"asia-northeast3\"");
    assertThat(stand.secrets).containsKey("madang-key-our_2eown_5fv1");
  }

  @Test
  void aNewKeyIsReadAtOnceAndAnOldOneFromMemory() {
    KeyVault vault = vault();
    byte[] first = vault.keep("openai", KEY);
    assertThat(vault.open("openai", first)).isEqualTo(KEY);
    stand.calls.clear();
    clock.addAndGet(Duration.ofMinutes(4).toNanos());
    assertThat(vault.open("openai", first)).isEqualTo(KEY);
    assertThat(stand.calls).isEmpty();

    byte[] second = vault.keep("openai", "sk-new");
    assertThat(vault.open("openai", second)).isEqualTo("sk-new");
    assertThat(stand.made).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "403, REFUSED, KEY_REFUSED",
    "404, MISSING, KEY_REFUSED",
    "429, BUSY, UNAVAILABLE",
    "500, AWAY, UNAVAILABLE"
  })
  void whatFailsFailsClosed(int status, SecretFailure.Why why, ModelFailure.Kind kind) {
    KeyVault vault = vault();
    byte[] kept = vault.keep("openai", KEY);
    assertThat(vault.open("openai", kept)).isEqualTo(KEY);
    stand.failing = status;
    clock.addAndGet(Duration.ofMinutes(5).toNanos());
    ModelFailure unread =
        catchThrowableOfType(ModelFailure.class, () -> vault.open("openai", kept));
    assertThat(unread.kind()).isEqualTo(kind);
    SecretFailure unkept =
        catchThrowableOfType(SecretFailure.class, () -> vault.keep("openai", KEY));
    assertThat(unkept.why()).isEqualTo(why);
    assertThat(unkept.getMessage() + unkept.getCause()).doesNotContain(KEY).doesNotContain("words");
    stand.failing = 0;
    assertThat(vault.open("openai", kept)).isEqualTo(KEY);
  }

  @Test
  void whatIsNotWhatWasKeptIsNotSent() {
    KeyVault vault = vault();
    byte[] kept = vault.keep("openai", KEY);
    stand.garbling = true;
    ModelFailure failure =
        catchThrowableOfType(ModelFailure.class, () -> vault.open("openai", kept));
    assertThat(failure.kind()).isEqualTo(ModelFailure.Kind.KEY_REFUSED);
  }

  @Test
  void anUnreachableServerIsAwayAndATokenIsNeeded() {
    GoogleSecrets nobody =
        new GoogleSecrets("http://127.0.0.1:1", "p", Optional.empty(), () -> Optional.of("t"));
    assertThat(catchThrowableOfType(SecretFailure.class, () -> nobody.read("x")).why())
        .isEqualTo(SecretFailure.Why.AWAY);
    GoogleSecrets tokenless =
        new GoogleSecrets(stand.url(), "p", Optional.empty(), Optional::empty);
    assertThat(catchThrowableOfType(SecretFailure.class, () -> tokenless.read("x")).why())
        .isEqualTo(SecretFailure.Why.REFUSED);
    assertThat(stand.calls).isEmpty();
  }

  @Test
  void aForgottenKeyIsGoneAndMayBeForgottenTwice() {
    KeyVault vault = vault();
    byte[] kept = vault.keep("openai", KEY);
    vault.forget("openai", kept);
    assertThat(stand.secrets).isEmpty();
    vault.forget("openai", kept);
    vault.forget("openai", null);
  }

  @Test
  void withoutSecretManagerTheDatabaseHasItSealed() {
    KeyVault local = vault(false, Optional.empty());
    byte[] kept = local.keep("openai", KEY);
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("sk-");
    assertThat(stand.calls).isEmpty();
    // and stays readable when Secret Manager is chosen later
    assertThat(vault().open("openai", kept)).isEqualTo(KEY);
  }

  @Test
  void aVariableMayNameASecret() {
    vault().keep("gemini", KEY);
    KeyVault local = vault(false, Optional.empty());
    assertThat(local.resolve("sm://projects/madang-test/secrets/madang-key-gemini/versions/latest"))
        .isEqualTo(KEY);
    assertThat(local.resolve("sk-plain")).isEqualTo("sk-plain");
  }
}
