package app.madang.runtime.storage;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs and verifies addresses with HMAC-SHA256 over everything that they allow. */
final class AddressSigner {

  private final URI origin;
  private final SecretKeySpec key;
  private final Clock clock;

  AddressSigner(URI origin, byte[] key, Clock clock) {
    this.origin = origin;
    this.key = new SecretKeySpec(key, "HmacSHA256");
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  URI sign(SignedRequest request) {
    String query =
        "size="
            + request.size()
            + "&detail="
            + URLEncoder.encode(request.detail(), StandardCharsets.UTF_8)
            + "&expires="
            + request.expiresAt().getEpochSecond()
            + "&signature="
            + signature(request);
    return URI.create(origin + "/" + request.name() + "?" + query);
  }

  /** The request, if it is signed by us for this method and has not expired. */
  Optional<SignedRequest> verify(String method, String name, Map<String, String> query) {
    try {
      SignedRequest request =
          new SignedRequest(
              method,
              name,
              Long.parseLong(query.getOrDefault("size", "")),
              query.getOrDefault("detail", ""),
              Instant.ofEpochSecond(Long.parseLong(query.getOrDefault("expires", ""))));
      boolean signed =
          MessageDigest.isEqual(
              signature(request).getBytes(StandardCharsets.US_ASCII),
              query.getOrDefault("signature", "").getBytes(StandardCharsets.UTF_8));
      return signed && now().isBefore(request.expiresAt())
          ? Optional.of(request)
          : Optional.empty();
    } catch (NumberFormatException | java.time.DateTimeException e) {
      return Optional.empty();
    }
  }

  private String signature(SignedRequest request) {
    String text =
        String.join(
            "\n",
            request.method(),
            request.name(),
            Long.toString(request.size()),
            request.detail(),
            Long.toString(request.expiresAt().getEpochSecond()));
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no HMAC-SHA256", e);
    }
  }
}
