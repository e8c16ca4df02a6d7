package app.madang.functions.reporting;

import app.madang.runtime.Sealer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks as Standard Webhooks says: id, time and signature as headers, JSON as body. */
final class Post implements Outgoing {

  private final Sealer sealer;
  private final JsonMapper json;
  private final Clock clock;
  private final HttpsDoor door;
  private final @Nullable Mailer mailer;

  Post(Sealer sealer, JsonMapper json, Clock clock, HttpsDoor door, @Nullable Mailer mailer) {
    this.sealer = sealer;
    this.json = json;
    this.clock = clock;
    this.door = door;
    this.mailer = mailer;
  }

  /** What a webhook's secret is sealed to. */
  static String context(UUID channel) {
    return "reporting.channel:" + channel;
  }

  /** What a webhook's address is sealed to. */
  static String addressContext(UUID channel) {
    return "reporting.channel-address:" + channel;
  }

  @Override
  public void send(Parcel parcel) {
    if (parcel.kind().equals("EMAIL")) {
      if (mailer == null) {
        throw new SendFailed("email_not_configured");
      }
      mailer.send(parcel.target(), Letter.of(parcel));
      return;
    }
    byte[] sealed = parcel.secret();
    if (sealed == null) {
      throw new SendFailed("no_secret");
    }
    byte[] body = json.writeValueAsBytes(body(parcel));
    long seconds = clock.instant().getEpochSecond();
    byte[] secret = sealer.open(sealed, context(parcel.channelId()));
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("webhook-id", parcel.id().toString());
    headers.put("webhook-timestamp", Long.toString(seconds));
    headers.put("webhook-signature", "v1," + sign(secret, parcel.id() + "." + seconds + ".", body));
    String address = Parcel.target(sealer, parcel.channelId(), parcel.address(), parcel.target());
    int status = door.post(URI.create(address), headers, body);
    if (status < 200 || status > 299) {
      throw new SendFailed(status > 299 && status < 400 ? "redirect" : "status_" + status);
    }
  }

  private static Map<String, Object> body(Parcel parcel) {
    Map<String, Object> body = new LinkedHashMap<>();
    Letter letter = Letter.of(parcel);
    if (parcel.report() != null) {
      body.put("type", "report");
      body.put("report", parcel.report());
    } else if (parcel.alert() != null) {
      body.put("type", "alert");
      body.put("alert", parcel.alert());
    } else {
      body.put("type", "test");
    }
    // what chat programs show of a webhook
    body.put("text", escaped(letter.subject() + "\n" + letter.text()));
    return body;
  }

  /** Slack's way, and no more than that: a name that reads like a mention calls nobody. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  static String sign(byte[] secret, String start, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update(start.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
