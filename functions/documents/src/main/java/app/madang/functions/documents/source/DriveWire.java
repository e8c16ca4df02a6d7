package app.madang.functions.documents.source;

import app.madang.runtime.outbound.OutboundRefused;
import app.madang.runtime.outbound.WebAnswer;
import app.madang.runtime.outbound.WebDoor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Google Drive's REST interface, version 3, with the function's own account. */
final class DriveWire {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long MOST_JSON = 8 << 20;
  private static final Set<String> SLOW_DOWN =
      Set.of("rateLimitExceeded", "userRateLimitExceeded", "dailyLimitExceeded", "quotaExceeded");

  private final WebDoor door;
  private final String base;
  private final Supplier<Optional<String>> token;
  private final JsonMapper json;

  DriveWire(WebDoor door, String base, Supplier<Optional<String>> token, JsonMapper json) {
    this.door = door;
    this.base = base;
    this.token = token;
    this.json = json;
  }

  /** Drive said no to one item; the code is its reason. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final int status;

    Refused(int status, String reason) {
      super(reason, null, false, false);
      this.status = status;
    }
  }

  JsonNode read(String path, Map<String, String> query) {
    try {
      Path file = Files.createTempFile("drive", ".json");
      try {
        download(path, query, MOST_JSON, file);
        return json.readTree(Files.readAllBytes(file));
      } catch (JacksonException e) {
        throw new SourceFailed("not_understood");
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long download(String path, Map<String, String> query, long mostBytes, Path into) {
    String bearer = token.get().orElseThrow(() -> new SourceFailed("no_account"));
    try {
      WebAnswer answer =
          door.get(
              address(path, query),
              Map.of("Authorization", "Bearer " + bearer, "User-Agent", "Madang"),
              LIMIT,
              mostBytes,
              into);
      if (answer.status() != 200) {
        throw refusal(answer, into);
      }
      return answer.size();
    } catch (OutboundRefused e) {
      throw e.code().equals("too_large")
          ? new Refused(413, "too_large")
          : new SourceFailed(e.code());
    }
  }

  private RuntimeException refusal(WebAnswer answer, Path body) {
    String reason = "";
    try {
      reason = json.readTree(Files.readAllBytes(body)).at("/error/errors/0/reason").asString("");
    } catch (JacksonException | IOException e) {
      // its status says enough
    }
    int status = answer.status();
    if (status == 429 || status == 403 && SLOW_DOWN.contains(reason)) {
      return new SourceFailed("rate_limited", WebSource.retryAfter(answer), false);
    }
    if (status == 401) {
      return new SourceFailed("unauthorized");
    }
    return status >= 500 ? new SourceFailed("unreachable") : new Refused(status, reason);
  }

  private URI address(String path, Map<String, String> query) {
    StringBuilder text = new StringBuilder(base).append(path);
    char joint = '?';
    for (Map.Entry<String, String> entry : new java.util.TreeMap<>(query).entrySet()) {
      text.append(joint).append(entry.getKey()).append('=');
      text.append(URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8));
      joint = '&';
    }
    return URI.create(text.toString());
  }
}
