package app.madang.functions.chat.cache;

import app.madang.metering.Money;
import app.madang.metering.Outcome;
import app.madang.metering.Spender;
import app.madang.metering.UsageEvent;
import app.madang.metering.UsageLog;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.setup.ModelSetup;
import app.madang.runtime.Sealer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers by the exact question. The key tells nothing to who reads it: it is an HMAC. Off until an
 * administrator switches it on.
 */
public final class AnswerCache {

  private static final Logger LOG = LoggerFactory.getLogger(AnswerCache.class);
  private static final String HMAC = "HmacSHA256";

  private final Shelf shelf;
  private final Sealer sealer;
  private final JsonMapper json;
  private final ModelSetup setup;
  private final UsageLog usage;
  private final SecretKeySpec secret;

  /**
   * Over a shelf.
   *
   * @param keyset what the keys are made with; only a key derived from it is used
   */
  public AnswerCache(
      Shelf shelf,
      Sealer sealer,
      JsonMapper json,
      ModelSetup setup,
      UsageLog usage,
      String keyset) {
    this.shelf = shelf;
    this.sealer = sealer;
    this.json = json;
    this.setup = setup;
    this.usage = usage;
    SecretKeySpec root = new SecretKeySpec(keyset.getBytes(StandardCharsets.UTF_8), HMAC);
    this.secret =
        new SecretKeySpec(mac(root, "answer cache".getBytes(StandardCharsets.UTF_8)), HMAC);
  }

  /** Whether anything is kept at all. */
  public boolean on() {
    return setup.cache().enabled();
  }

  private record Everything(long epoch, Asked asked) {}

  /** The key of a question. */
  public String key(Asked asked) {
    byte[] all = json.writeValueAsBytes(new Everything(setup.cache().epoch(), asked));
    return HexFormat.of().formatHex(mac(secret, all));
  }

  private static byte[] mac(SecretKeySpec key, byte[] text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + HMAC, e);
    }
  }

  /** What was answered. */
  public Optional<Kept> find(String key) {
    return shelf.get(key).flatMap(bytes -> open(key, bytes));
  }

  private Optional<Kept> open(String key, byte[] sealed) {
    try {
      return Optional.of(json.readValue(sealer.open(sealed, context(key)), Kept.class));
    } catch (IllegalArgumentException | JacksonException e) {
      LOG.warn("What is kept of an answer cannot be read: {}", e.getClass().getName());
      return Optional.empty();
    }
  }

  /** Keeps an answer in which nothing was masked. */
  public void keep(String key, Kept answer) {
    shelf.put(key, sealer.seal(json.writeValueAsBytes(answer), context(key)), setup.cache().kept());
  }

  /** Counts a question without an answer. */
  public void missed() {
    shelf.count(false);
  }

  /** Counts an answer that was given again, and writes that it cost nothing. */
  public void served(
      Kept answer,
      Spender spender,
      @Nullable UUID apiKeyId,
      @Nullable UUID conversationId,
      Instant began) {
    shelf.count(true);
    String provider = setup.get().model(answer.model()).map(CatalogModel::provider).orElse("");
    int millis = Math.toIntExact(Duration.between(began, Instant.now()).toMillis());
    UsageEvent event =
        new UsageEvent(
            UsageEvent.newId(began),
            began,
            spender.personId(),
            spender.groupIds(),
            apiKeyId,
            spender.toolId(),
            conversationId,
            UUID.randomUUID(),
            1,
            provider,
            answer.model(),
            0,
            0,
            0,
            Money.ZERO,
            millis,
            millis,
            Outcome.CACHED);
    try {
      usage.write(event);
    } catch (RuntimeException e) {
      LOG.error("Usage {} of a kept answer cannot be written", event.id(), e);
    }
  }

  /** How often it helped; none while nobody can say. */
  public Optional<Shelf.Uses> uses() {
    return shelf.uses();
  }

  private static String context(String key) {
    return "chat.cache/" + key;
  }
}
