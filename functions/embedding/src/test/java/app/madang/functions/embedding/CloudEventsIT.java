package app.madang.functions.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Deliveries as cloud.google.com/eventarc/docs/cloudevents writes them, and those that are odd. */
class CloudEventsIT {

  private static final String SUBSCRIPTION = "embedding.document-chunked";
  private static final String TIME = "2026-11-23T01:00:00.647Z";

  /** The headers that Eventarc sends beside others. */
  private static Map<String, String> headers(String messageId) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce-specversion", "1.0");
    headers.put("ce-type", "google.cloud.pubsub.topic.v1.messagePublished");
    headers.put(
        "ce-source", "//pubsub.googleapis.com/projects/madang-local/topics/document.chunked.v1");
    headers.put("ce-id", messageId);
    headers.put("ce-time", TIME);
    headers.put("Content-Type", "application/json; charset=utf-8");
    return headers;
  }

  private static String body(String messageId, UUID document, String more) {
    String data =
        Base64.getEncoder()
            .encodeToString(
                ("{\"documentId\":\"" + document + "\"}").getBytes(StandardCharsets.UTF_8));
    return """
    {"subscription": "projects/madang-local/subscriptions/eventarc-embedding-sub-1",
     "message": {"attributes": {%s}, "data": "%s",
                 "messageId": "%s", "publishTime": "%s"}}
    """
        .formatted(more, data, messageId, TIME);
  }

  private static HttpResponse<String> deliver(
      String subscription, Map<String, String> headers, String body) {
    // as Eventarc's own push subscription calls: the mode stands in the query
    String path = "/events/" + subscription;
    HttpRequest.Builder request =
        Platform.SERVER
            .request(path + "?__GCP_CloudEventsMode=CUSTOM_PUBSUB_projects%2Fmadang-local")
            .header(
                "Authorization",
                "Bearer " + Platform.STACK.tokens().pushToken(Platform.SERVER.url() + path))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return Platform.SERVER.send(request);
  }

  private static String messageId() {
    return Long.toString(UUID.randomUUID().getMostSignificantBits() >>> 1);
  }

  @Test
  void aCloudEventIsTakenAsAPushIs() {
    UUID document = Platform.chunked(3);
    String id = messageId();
    assertThat(deliver(SUBSCRIPTION, headers(id), body(id, document, "")).statusCode())
        .isEqualTo(204);
    assertThat(Platform.status(document)).isEqualTo("READY 3");
  }

  @Test
  void aMessageIsHandledOnceWhicheverWayItComesAgain() {
    UUID document = Platform.chunked(3);
    String id = messageId();
    deliver(SUBSCRIPTION, headers(id), body(id, document, ""));
    assertThat(Platform.handled(SUBSCRIPTION, id + '@' + TIME)).isOne();
    Platform.forgetVectorsFrom(document, 0);
    Map<String, String> plain = Map.of("Content-Type", "application/json");
    for (Map<String, String> again : List.of(headers(id), plain)) {
      assertThat(deliver(SUBSCRIPTION, again, body(id, document, "")).statusCode()).isEqualTo(204);
      assertThat(Platform.handled(SUBSCRIPTION, id + '@' + TIME)).isOne();
    }
  }

  @Test
  void anEventOfOursKeepsItsOwnId() {
    UUID document = Platform.chunked(1);
    UUID event = UUID.randomUUID();
    String id = messageId();
    String attributes = "\"eventId\": \"" + event + "\"";
    assertThat(deliver(SUBSCRIPTION, headers(id), body(id, document, attributes)).statusCode())
        .isEqualTo(204);
    assertThat(Platform.handled(SUBSCRIPTION, event)).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "ce-specversion, 0.3, 400",
    "ce-specversion, '', 400",
    "ce-type, google.cloud.storage.object.v1.finalized, 400",
    "ce-source, //storage.googleapis.com/projects/_/buckets/madang, 400",
    "ce-id, '', 400",
    "Content-Type, application/cloudevents+json, 415",
    "Content-Type, text/plain, 415"
  })
  void anotherEventIsAProblem(String header, String value, int status) {
    UUID document = Platform.chunked(1);
    String id = messageId();
    Map<String, String> headers = headers(id);
    headers.put(header, value);
    refused(deliver(SUBSCRIPTION, headers, body(id, document, "")), status);
    assertThat(Platform.status(document)).startsWith("CHUNKED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "[]",
        "{}",
        "{\"message\":{\"data\":\"e30=\"}}",
        "{\"message\":{\"messageId\":\"1\",\"data\":\"%%%\"}}",
        "{\"message\":{\"messageId\":\"1\",\"data\":\"bm9uc2Vuc2U=\"}}",
        "{\"message\":{\"messageId\":\"1\",\"attributes\":{\"documentId\":\"odd\"}}}",
        "{\"message\":{\"messageId\":\"1\",\"attributes\":{\"eventId\":\"odd\"}}}"
      })
  void anOddMessageIsAProblem(String body) {
    refused(deliver(SUBSCRIPTION, Map.of("Content-Type", "application/json"), body), 400);
  }

  @Test
  void aSubscriptionThatNobodyHandlesIsNotFound() {
    String id = messageId();
    refused(deliver("embedding.nothing", headers(id), body(id, UUID.randomUUID(), "")), 404);
  }

  @Test
  void aCloudEventProvesItselfAsAPushDoes() {
    String id = messageId();
    HttpRequest.Builder request =
        Platform.SERVER
            .request("/events/" + SUBSCRIPTION)
            .POST(HttpRequest.BodyPublishers.ofString(body(id, UUID.randomUUID(), "")));
    headers(id).forEach(request::header);
    refused(Platform.SERVER.send(request), 401);
  }

  private static void refused(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = JsonMapper.shared().readTree(answer.body());
    assertThat(problem.path("code").asString()).isNotEmpty();
    assertThat(problem.path("traceId").asString()).isNotEmpty();
  }
}
