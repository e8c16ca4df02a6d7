package app.madang.functions.chat;

import app.madang.testing.ContractValidator;
import app.madang.testing.FunctionServer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A person at the API; each answer is held against the contract. */
record Client(FunctionServer server, String token) {

  /** An answer that kept its promise. */
  record Answer(int status, JsonNode body) {

    UUID id() {
      return UUID.fromString(body.path("id").asString());
    }

    String code() {
      return body.path("code").asString("");
    }
  }

  Answer call(String operation, String method, String path, String json) {
    HttpResponse<String> response = server.call(token, method, path, json);
    return new Answer(response.statusCode(), ContractValidator.check(operation, response));
  }

  UUID converse() {
    return call("createConversation", "POST", "/v1/conversations", "{}").id();
  }

  JsonNode conversation(UUID id) {
    return call("getConversation", "GET", "/v1/conversations/" + id, "").body();
  }

  /** One message of a conversation. */
  JsonNode message(UUID conversation, UUID id) {
    return conversation(conversation)
        .path("messages")
        .valueStream()
        .filter(m -> m.path("id").asString().equals(id.toString()))
        .findFirst()
        .orElseThrow();
  }

  AnswerReader ask(UUID conversation, String text) {
    return ask(conversation, text, null, null);
  }

  AnswerReader ask(UUID conversation, String text, UUID parent, String key) {
    return ask(conversation, text, parent, key, null);
  }

  AnswerReader askModel(UUID conversation, String text, String model) {
    return ask(conversation, text, null, null, model);
  }

  private AnswerReader ask(UUID conversation, String text, UUID parent, String key, String model) {
    ObjectNode question = JsonMapper.shared().createObjectNode().put("text", text);
    if (parent != null) {
      question.put("parentId", parent.toString());
    }
    if (model != null) {
      question.put("model", model);
    }
    return askWith(conversation, question.toString(), key);
  }

  /** Asks with a body of the caller's own. */
  AnswerReader askWith(UUID conversation, String body) {
    return askWith(conversation, body, null);
  }

  private AnswerReader askWith(UUID conversation, String body, String key) {
    HttpRequest.Builder request =
        to("/v1/conversations/" + conversation + "/messages")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return AnswerReader.open("ask", request);
  }

  AnswerReader resume(UUID conversation, UUID answer, long after) {
    return AnswerReader.open(
        "resumeAnswer",
        to(path(conversation, answer, "stream")).header("Last-Event-ID", "" + after).GET());
  }

  AnswerReader regenerate(UUID conversation, UUID answer) {
    return AnswerReader.open(
        "regenerateAnswer",
        to(path(conversation, answer, "regenerate")).POST(HttpRequest.BodyPublishers.noBody()));
  }

  int stop(UUID conversation, UUID answer) {
    return call("stopAnswer", "POST", path(conversation, answer, "stop"), "").status();
  }

  int rate(UUID conversation, UUID answer, String json) {
    return call("rateAnswer", "PUT", path(conversation, answer, "feedback"), json).status();
  }

  int withdrawRating(UUID conversation, UUID answer) {
    return call("withdrawRating", "DELETE", path(conversation, answer, "feedback"), "").status();
  }

  List<String> titles(String query) {
    return call("listConversations", "GET", "/v1/conversations?query=" + query, "")
        .body()
        .path("items")
        .valueStream()
        .map(item -> item.path("title").asString())
        .toList();
  }

  private HttpRequest.Builder to(String path) {
    return server.request(path).header("Authorization", "Bearer " + token);
  }

  private static String path(UUID conversation, UUID answer, String what) {
    return "/v1/conversations/" + conversation + "/messages/" + answer + "/" + what;
  }
}
