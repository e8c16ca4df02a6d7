package app.madang.runtime.event;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.EventContext;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Trace;
import app.madang.runtime.security.Authentication;
import app.madang.runtime.web.OperationBeans;
import com.google.cloud.functions.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes Pub/Sub's push, plain or as the CloudEvent that Eventarc makes of it: verifies its token
 * for exactly this subscription and calls the bean of the subscription's name. A normal return
 * acknowledges; an exception brings the event again.
 */
public final class PushEndpoint {

  private static final Logger LOG = LoggerFactory.getLogger(PushEndpoint.class);
  private static final int MAX_PUSH_BYTES = 10 << 20;

  private final Authentication authentication;
  private final OperationBeans beans;
  private final JsonMapper json;

  /** An endpoint that finds handlers among the beans. */
  public PushEndpoint(Authentication authentication, OperationBeans beans) {
    this.authentication = authentication;
    this.beans = beans;
    this.json =
        JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  }

  /** Handles one push. */
  public void accept(HttpRequest request, String subscription) throws IOException {
    if (!request.getMethod().equals("POST")) {
      throw new ProblemException(ProblemCode.METHOD_NOT_ALLOWED);
    }
    authentication.requirePush(request, subscription);
    CloudEvent envelope = CloudEvent.of(request);
    OperationBeans.Bean handler =
        beans.find(subscription).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    JsonNode message;
    EventContext event;
    Object payload;
    try {
      message = read(request).path("message");
      event = new EventContext(id(message, envelope), subscription);
      payload = json.treeToValue(payload(message), json.constructType(handler.inputType()));
    } catch (JacksonException e) {
      throw new ProblemException(ProblemCode.MALFORMED_JSON);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemCode.INVALID_REQUEST);
    }
    Trace.continued(message.path("attributes").path("traceparent").asString(null))
        .run(
            () ->
                event.run(
                    () -> {
                      handler.apply(payload);
                      LOG.info("Handled {} {}", subscription, event.id());
                    }));
  }

  private JsonNode read(HttpRequest request) throws IOException {
    try (InputStream in = request.getInputStream()) {
      return json.readTree(in.readNBytes(MAX_PUSH_BYTES));
    }
  }

  /**
   * Our own events carry their id; others are told apart by Pub/Sub's message id together with the
   * time of publishing, because an emulator counts from one again after each start.
   *
   * @throws IllegalArgumentException when nothing tells it from another
   */
  static UUID id(JsonNode message, CloudEvent envelope) {
    String own = message.path("attributes").path("eventId").asString("");
    if (!own.isEmpty()) {
      return UUID.fromString(own);
    }
    String id = message.path("messageId").asString(envelope.id());
    if (id.isEmpty()) {
      throw new IllegalArgumentException("a message without an id");
    }
    String published = id + '@' + message.path("publishTime").asString(envelope.time());
    return UUID.nameUUIDFromBytes(published.getBytes(StandardCharsets.UTF_8));
  }

  /** Data and attributes together: Cloud Storage tells what matters in the attributes. */
  private ObjectNode payload(JsonNode message) {
    ObjectNode payload = json.createObjectNode();
    message
        .path("attributes")
        .properties()
        .forEach(entry -> payload.set(entry.getKey(), entry.getValue()));
    byte[] data = Base64.getDecoder().decode(message.path("data").asString(""));
    if (data.length > 0 && json.readTree(data) instanceof ObjectNode body) {
      payload.setAll(body);
    }
    return payload;
  }
}
