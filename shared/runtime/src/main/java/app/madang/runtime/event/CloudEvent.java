package app.madang.runtime.event;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.ProblemException;
import com.google.cloud.functions.HttpRequest;

/**
 * What a push says of itself in its headers: CloudEvents' HTTP binding in binary content mode, as
 * Eventarc delivers Pub/Sub. The body is the same as that of a plain push.
 *
 * @param id of the message, empty in a plain push
 * @param time of its publishing, empty in a plain push
 */
record CloudEvent(String id, String time) {

  private static final String PUBLISHED = "google.cloud.pubsub.topic.v1.messagePublished";
  private static final String SOURCE = "//pubsub.googleapis.com/";

  /**
   * Reads the headers.
   *
   * @throws ProblemException for an event that is not a message of Pub/Sub
   */
  static CloudEvent of(HttpRequest request) {
    String type = request.getContentType().orElse("");
    if (!type.regionMatches(true, 0, "application/json", 0, 16)) {
      // structured mode among them: Eventarc does not send it here
      throw new ProblemException(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
    }
    if (request.getHeaders().keySet().stream()
        .noneMatch(name -> name.regionMatches(true, 0, "ce-", 0, 3))) {
      return new CloudEvent("", "");
    }
    String id = header(request, "ce-id");
    if (!header(request, "ce-specversion").equals("1.0")
        || !header(request, "ce-type").equals(PUBLISHED)
        || !header(request, "ce-source").startsWith(SOURCE)
        || id.isEmpty()) {
      throw new ProblemException(ProblemCode.INVALID_REQUEST);
    }
    return new CloudEvent(id, header(request, "ce-time"));
  }

  private static String header(HttpRequest request, String name) {
    return request.getFirstHeader(name).orElse("");
  }
}
