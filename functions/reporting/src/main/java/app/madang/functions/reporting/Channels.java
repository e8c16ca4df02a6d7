package app.madang.functions.reporting;

import app.madang.contracts.ProblemCode;
import app.madang.functions.reporting.Changes.Change;
import app.madang.functions.reporting.Changes.PersonRef;
import app.madang.identity.Role;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Sealer;
import app.madang.runtime.Transactions;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where reports and alerts are sent to. A webhook's secret is shown once and kept sealed; its
 * address is kept sealed too, for whoever knows it may post there, and only its host is shown.
 */
final class Channels {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;
  private static final String ADDRESS = "[^\\s@<>\"(),:;\\\\]{1,64}@[A-Za-z0-9.-]{3,190}";
  private static final String PUT =
      """
      INSERT INTO reporting.channels AS c (id, kind, target, address, secret, tells, language, enabled)
      VALUES (:id, :kind, :target, CAST(:address AS bytea), CAST(:secret AS bytea), CAST(:tells AS text[]), :language, :enabled)
      ON CONFLICT (id) DO UPDATE SET target = EXCLUDED.target, address = EXCLUDED.address, tells = EXCLUDED.tells,
        language = EXCLUDED.language, enabled = EXCLUDED.enabled, secret = EXCLUDED.secret
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Sealer sealer;
  private final Changes changes;
  private final HttpsDoor door;
  private final boolean emailAvailable;

  Channels(
      Transactions transactions,
      JdbcClient jdbc,
      Sealer sealer,
      Changes changes,
      HttpsDoor door,
      boolean emailAvailable) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.sealer = sealer;
    this.changes = changes;
    this.door = door;
    this.emailAvailable = emailAvailable;
  }

  enum Kind {
    @JsonProperty("webhook")
    WEBHOOK,
    @JsonProperty("email")
    EMAIL
  }

  enum Tells {
    @JsonProperty("day")
    DAY,
    @JsonProperty("month")
    MONTH,
    @JsonProperty("alert")
    ALERT
  }

  record ListChannels() {}

  record ChannelId(@NotNull UUID channelId) {}

  record PutChannel(
      @NotNull UUID channelId,
      @NotNull Kind kind,
      @Nullable @Size(min = 3, max = 2000) String target,
      @NotNull @Size(min = 1, max = 3) List<@NotNull Tells> tells,
      @Nullable @Pattern(regexp = "ko|en") String language,
      @Nullable Boolean enabled,
      @Nullable Boolean newSecret) {}

  record Channel(
      UUID id,
      String kind,
      String target,
      List<String> tells,
      String language,
      boolean enabled,
      @Nullable String secret,
      @Nullable PersonRef changedBy,
      @Nullable Instant changedAt) {}

  record ChannelList(boolean emailAvailable, List<Channel> items) {}

  /** A row as it is; its target is the whole of it. */
  private record Known(String kind, byte @Nullable [] secret, String target) {}

  ChannelList list(ListChannels input) {
    Readers.require();
    return transactions.read(() -> new ChannelList(emailAvailable, read()));
  }

  Channel put(PutChannel input) {
    Role.require(Role.ADMIN);
    if (input.target() != null) {
      requireTarget(input.kind(), input.target());
    }
    byte[] fresh = new byte[SECRET_BYTES];
    RANDOM.nextBytes(fresh);
    return transactions.call(
        () -> {
          Known known = find(input.channelId());
          if (known != null && !known.kind().equals(input.kind().name())) {
            throw new ProblemException(ProblemCode.CONFLICT);
          }
          String target = target(input, known);
          boolean webhook = input.kind() == Kind.WEBHOOK;
          // another address never gets the secret that was made for the first
          boolean makes =
              webhook
                  && (known == null
                      || Boolean.TRUE.equals(input.newSecret())
                      || !known.target().equals(target));
          byte[] sealed =
              makes
                  ? sealer.seal(fresh, Post.context(input.channelId()))
                  : known == null ? null : known.secret();
          save(input, target, sealed);
          changes.note(
              "channel.put",
              input.channelId().toString(),
              Map.of("kind", input.kind(), "tells", input.tells(), "newSecret", makes));
          Channel saved =
              read().stream()
                  .filter(channel -> channel.id().equals(input.channelId()))
                  .findFirst()
                  .orElseThrow(() -> new ProblemException(ProblemCode.CONFLICT));
          return makes ? withSecret(saved, fresh) : saved;
        });
  }

  void delete(ChannelId input) {
    Role.require(Role.ADMIN);
    transactions.run(
        () -> {
          int gone =
              jdbc.sql("DELETE FROM reporting.channels WHERE id = ?")
                  .param(input.channelId())
                  .update();
          if (gone == 0) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
          }
          changes.note("channel.deleted", input.channelId().toString(), Map.of());
        });
  }

  private static String target(PutChannel input, @Nullable Known known) {
    if (input.target() != null) {
      return input.target();
    }
    if (known == null) {
      throw ProblemException.field(
          "target", input.kind() == Kind.EMAIL ? "name@example.com" : "https://…");
    }
    return known.target();
  }

  /**
   * Seals the addresses that an earlier version kept as they were.
   *
   * @return how many
   */
  int sealOld() {
    record Old(UUID id, String target) {}
    return transactions.call(
        () -> {
          List<Old> old =
              jdbc.sql(
                      "SELECT id, target FROM reporting.channels"
                          + " WHERE kind = 'WEBHOOK' AND address IS NULL FOR UPDATE SKIP LOCKED")
                  .query(Old.class)
                  .list();
          old.forEach(
              row ->
                  jdbc.sql("UPDATE reporting.channels SET target = ?, address = ? WHERE id = ?")
                      .params(host(row.target()), sealed(row.id(), row.target()), row.id())
                      .update());
          return old.size();
        });
  }

  private byte[] sealed(UUID id, String address) {
    return sealer.seal(address.getBytes(StandardCharsets.UTF_8), Post.addressContext(id));
  }

  private static String host(String address) {
    URI uri = URI.create(address);
    return uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
  }

  private void save(PutChannel input, String target, byte @Nullable [] sealed) {
    boolean webhook = input.kind() == Kind.WEBHOOK;
    jdbc.sql(PUT)
        .param("id", input.channelId())
        .param("kind", input.kind().name())
        .param("target", webhook ? host(target) : target)
        .param("address", webhook ? sealed(input.channelId(), target) : null)
        .param("secret", sealed)
        .param("tells", input.tells().stream().distinct().map(Enum::name).toArray(String[]::new))
        .param("language", input.language() == null ? "ko" : input.language())
        .param("enabled", input.enabled() == null || input.enabled())
        .update();
  }

  private @Nullable Known find(UUID id) {
    return jdbc.sql("SELECT * FROM reporting.channels WHERE id = ? FOR UPDATE")
        .param(id)
        .query(
            (row, n) ->
                new Known(
                    row.getString("kind"),
                    row.getBytes("secret"),
                    Parcel.target(sealer, id, row.getBytes("address"), row.getString("target"))))
        .optional()
        .orElse(null);
  }

  private void requireTarget(Kind kind, String target) {
    if (kind == Kind.EMAIL) {
      if (!emailAvailable) {
        throw ProblemException.field("kind", "SMTP_HOST");
      }
      if (!target.matches(ADDRESS)) {
        throw ProblemException.field("target", "name@example.com");
      }
      return;
    }
    try {
      URI uri = new URI(target);
      boolean https = "https".equals(uri.getScheme()) && uri.getHost() != null;
      if (!https || uri.getUserInfo() != null || uri.getFragment() != null) {
        throw ProblemException.field("target", "https://…");
      }
      // asked again before each delivery: names move
      door.resolve(uri.getHost());
    } catch (URISyntaxException e) {
      throw ProblemException.field("target", "https://…");
    } catch (SendFailed e) {
      throw ProblemException.field("target", String.valueOf(e.getMessage()));
    }
  }

  private List<Channel> read() {
    List<Channel> found =
        jdbc.sql("SELECT * FROM reporting.channels ORDER BY created_at, id")
            .query(
                (row, n) ->
                    new Channel(
                        row.getObject("id", UUID.class),
                        row.getString("kind").toLowerCase(Locale.ROOT),
                        row.getString("target"),
                        Arrays.stream((String[]) row.getArray("tells").getArray())
                            .map(tells -> tells.toLowerCase(Locale.ROOT))
                            .toList(),
                        row.getString("language"),
                        row.getBoolean("enabled"),
                        null,
                        null,
                        null))
            .list();
    Map<String, Change> latest =
        changes.latest(found.stream().map(channel -> channel.id().toString()).toList());
    return found.stream().map(c -> changed(c, latest.get(c.id().toString()))).toList();
  }

  private static Channel changed(Channel channel, @Nullable Change change) {
    return change == null
        ? channel
        : new Channel(
            channel.id(),
            channel.kind(),
            channel.target(),
            channel.tells(),
            channel.language(),
            channel.enabled(),
            null,
            change.by(),
            change.at());
  }

  private static Channel withSecret(Channel channel, byte[] secret) {
    return new Channel(
        channel.id(),
        channel.kind(),
        channel.target(),
        channel.tells(),
        channel.language(),
        channel.enabled(),
        "whsec_" + Base64.getEncoder().encodeToString(secret),
        channel.changedBy(),
        channel.changedAt());
  }
}
