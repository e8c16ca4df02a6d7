package app.madang.models.setup;

import app.madang.models.setup.SecretFailure.Why;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Google's Secret Manager by its REST interface: four calls need no client library, which would
 * bring gRPC's start into every first answer. What it holds is in no message and no log.
 */
final class GoogleSecrets {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final JsonMapper json = new JsonMapper();
  private final String base;
  private final String project;
  private final Optional<String> region;
  private final Supplier<Optional<String>> token;

  /**
   * One project's secrets.
   *
   * @param region where new secrets are kept; everywhere when empty
   * @param token the function's own access token
   */
  GoogleSecrets(
      String base, String project, Optional<String> region, Supplier<Optional<String>> token) {
    this.base = base + "/v1/";
    this.project = "projects/" + project;
    this.region = region;
    this.token = token;
  }

  /** Adds a version and returns its name; makes the secret when there is none. */
  String add(String secret, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    ObjectNode payload = json.createObjectNode();
    payload
        .putObject("payload")
        .put("data", Base64.getEncoder().encodeToString(bytes))
        .put("dataCrc32c", Long.toString(checksum(bytes)));
    String path = project + "/secrets/" + secret + ":addVersion";
    JsonNode added;
    try {
      added = call("POST", path, payload);
    } catch (SecretFailure e) {
      if (e.why() != Why.MISSING) {
        throw e;
      }
      make(secret);
      added = call("POST", path, payload);
    }
    String name = added.path("name").asString("");
    if (name.isEmpty()) {
      throw new SecretFailure(Why.GARBLED, 200);
    }
    return name;
  }

  private void make(String secret) {
    ObjectNode wanted = json.createObjectNode();
    ObjectNode kept = wanted.putObject("replication");
    region.ifPresentOrElse(
        place ->
            kept.putObject("userManaged").putArray("replicas").addObject().put("location", place),
        () -> kept.putObject("automatic"));
    wanted.putObject("labels").put("app", "madang");
    try {
      call("POST", project + "/secrets?secretId=" + secret, wanted);
    } catch (SecretFailure e) {
      // another instance was faster
      if (e.status() != 409) {
        throw e;
      }
    }
  }

  /** What a version holds. */
  String read(String version) {
    JsonNode payload = call("GET", version + ":access", null).path("payload");
    try {
      byte[] bytes = Base64.getDecoder().decode(payload.path("data").asString(""));
      String sum = payload.path("dataCrc32c").asString("");
      if (bytes.length == 0 || !sum.isEmpty() && !sum.equals(Long.toString(checksum(bytes)))) {
        throw new SecretFailure(Why.GARBLED, 200);
      }
      return new String(bytes, StandardCharsets.UTF_8).strip();
    } catch (IllegalArgumentException e) {
      throw new SecretFailure(Why.GARBLED, 200);
    }
  }

  /** Forgets a secret with all its versions; one that is not there is forgotten already. */
  void forget(String secret) {
    try {
      call("DELETE", project + "/secrets/" + secret, null);
    } catch (SecretFailure e) {
      if (e.why() != Why.MISSING) {
        throw e;
      }
    }
  }

  private JsonNode call(String method, String path, @Nullable ObjectNode body) {
    String bearer = token.get().orElseThrow(() -> new SecretFailure(Why.REFUSED, 0));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + bearer)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
    try {
      HttpResponse<byte[]> answer = Client.HTTP.send(request.build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new SecretFailure(why(answer.statusCode()), answer.statusCode());
      }
      return json.readTree(answer.body());
    } catch (IOException e) {
      throw new SecretFailure(Why.AWAY, 0);
    } catch (JacksonException e) {
      // its message could hold a piece of the answer
      throw new SecretFailure(Why.GARBLED, 200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SecretFailure(Why.AWAY, 0);
    }
  }

  /** Made when it is first needed: most instances never ask. */
  private static final class Client {
    static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  }

  private static Why why(int status) {
    return switch (status) {
      case 401, 403 -> Why.REFUSED;
      case 404 -> Why.MISSING;
      // a version that was disabled or destroyed
      case 400 -> Why.MISSING;
      case 429 -> Why.BUSY;
      default -> Why.AWAY;
    };
  }

  private static long checksum(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return sum.getValue();
  }
}
