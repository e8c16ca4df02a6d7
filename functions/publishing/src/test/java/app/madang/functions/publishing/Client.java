package app.madang.functions.publishing;

import app.madang.testing.ContractValidator;
import app.madang.testing.FunctionServer;
import java.net.http.HttpResponse;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A person at the API; each answer is held against the contract. */
record Client(FunctionServer server, String token) {

  static final String DRAFT =
      """
      {"name":{"ko":"%s","en":"Leave helper"},"icon":"calendar","description":{"ko":"휴가 규정을 물어보세요."},
       "instructions":"짧게 답한다.","model":"best","starters":[{"ko":"연차는 며칠인가요?"},{"en":"How many days?"}]%s}
      """;

  /** An answer that kept its promise. */
  record Answer(int status, JsonNode body) {

    UUID id() {
      return UUID.fromString(body.path("id").asString());
    }

    String state() {
      return body.path("status").asString("");
    }

    long version() {
      return body.path("version").asLong();
    }

    String code() {
      return body.path("code").asString("");
    }
  }

  Answer call(String operation, String method, String path, String json) {
    HttpResponse<String> response = server.call(token, method, path, json);
    return new Answer(response.statusCode(), ContractValidator.check(operation, response));
  }

  Answer create(String name) {
    return call("createTool", "POST", "/v1/tools", DRAFT.formatted(name, ""));
  }

  Answer get(UUID tool) {
    return call("getTool", "GET", "/v1/tools/" + tool, "");
  }

  Answer update(UUID tool, String name, long version) {
    return call(
        "updateTool", "PUT", "/v1/tools/" + tool, DRAFT.formatted(name, ",\"version\":" + version));
  }

  Answer submit(UUID tool) {
    String body = "{\"version\":" + get(tool).version() + ",\"note\":\"봐 주세요\"}";
    return call("submitTool", "POST", "/v1/tools/" + tool + "/submission", body);
  }

  Answer approve(UUID tool) {
    return approve(tool, get(tool).version());
  }

  Answer approve(UUID tool, long version) {
    String body = "{\"version\":" + version + ",\"comments\":\"좋아요\"}";
    return call("approveTool", "POST", "/v1/tools/" + tool + "/approval", body);
  }

  Answer giveBack(UUID tool) {
    String body = "{\"version\":" + get(tool).version() + ",\"comments\":\"규정을 밝혀 주세요\"}";
    return call("returnTool", "POST", "/v1/tools/" + tool + "/return", body);
  }

  Answer retire(UUID tool) {
    return call("retireTool", "POST", "/v1/tools/" + tool + "/retirement", "");
  }

  Answer share(UUID tool, String subject, String role) {
    return call(
        "putToolGrant",
        "PUT",
        "/v1/tools/" + tool + "/grants",
        "{\"subject\":%s,\"role\":\"%s\"}".formatted(subject, role));
  }

  Answer inStore(UUID tool) {
    return call("getStoreTool", "GET", "/v1/store/tools/" + tool, "");
  }

  Answer store(String query) {
    return call("listStoreTools", "GET", "/v1/store/tools?limit=100" + query, "");
  }

  /** The tool live, without a reviewer's rights of its own. */
  UUID released(String name, Client reviewer) {
    UUID tool = create(name).id();
    submit(tool);
    reviewer.approve(tool);
    Platform.release(tool);
    return tool;
  }
}
