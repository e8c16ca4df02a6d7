package app.madang.functions.documents;

import app.madang.testing.ContractValidator;
import app.madang.testing.FunctionServer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

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

  Answer inLanguage(String language, String operation, String path) {
    HttpRequest.Builder request = server.request(path).header("Authorization", "Bearer " + token);
    HttpResponse<String> response = server.send(request.header("Accept-Language", language).GET());
    return new Answer(response.statusCode(), ContractValidator.check(operation, response));
  }

  UUID createCollection(String name) {
    return call("createCollection", "POST", "/v1/collections", "{\"name\":\"" + name + "\"}").id();
  }

  Answer getCollection(UUID id) {
    return call("getCollection", "GET", "/v1/collections/" + id, "");
  }

  Answer startUpload(UUID collection, String name, long size) {
    return call(
        "startUpload",
        "POST",
        "/v1/collections/" + collection + "/documents",
        "{\"name\":\"%s\",\"size\":%d,\"contentType\":\"text/plain\"}".formatted(name, size));
  }

  UUID upload(UUID collection, String name) {
    return UUID.fromString(
        startUpload(collection, name, 10).body().path("document").path("id").asString());
  }

  Answer getDocument(UUID id) {
    return call("getDocument", "GET", "/v1/documents/" + id, "");
  }

  Answer deleteDocument(UUID id) {
    return call("deleteDocument", "DELETE", "/v1/documents/" + id, "");
  }

  Answer retry(UUID id) {
    return call("retryDocument", "POST", "/v1/documents/" + id + "/retry", "");
  }

  Answer share(UUID collection, String subject, String role) {
    return call(
        "putGrant",
        "PUT",
        "/v1/collections/" + collection + "/grants",
        "{\"subject\":%s,\"role\":\"%s\"}".formatted(subject, role));
  }

  Answer search(String text) {
    return call("searchPassages", "POST", "/v1/search", "{\"text\":\"" + text + "\"}");
  }
}
