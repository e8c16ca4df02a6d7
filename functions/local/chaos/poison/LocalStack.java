import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running platform as its people use it. */
final class LocalStack {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path repository;
  private final Path data;
  private final String api;
  private String token = "none";

  LocalStack(Path repository, Path data) throws Exception {
    this.repository = repository;
    this.data = data;
    this.api = JSON.readTree(local("status", "--json")).path("api").asString();
  }

  String collection(String name) throws Exception {
    return ok("POST", "/collections", Map.of("name", name), "ko").path("id").asString();
  }

  /** The answer to an announced upload, whatever it is. */
  HttpResponse<String> announce(String collection, String name, long size) throws Exception {
    Object body = Map.of("name", name, "size", size, "contentType", "application/octet-stream");
    return call("POST", "/collections/" + collection + "/documents", body, "ko");
  }

  /** Uploads a file and gives its document's id. */
  String upload(String collection, String name, Path file) throws Exception {
    HttpResponse<String> answer = announce(collection, name, Files.size(file));
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(name + ": " + answer.body());
    }
    JsonNode session = JSON.readTree(answer.body());
    JsonNode upload = session.path("upload");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(upload.path("url").asString())).PUT(BodyPublishers.ofFile(file));
    upload
        .path("headers")
        .properties()
        .forEach(header -> request.header(header.getKey(), header.getValue().asString()));
    int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
    if (status >= 300) {
      throw new IllegalStateException("the storage answered " + status);
    }
    return session.path("document").path("id").asString();
  }

  JsonNode document(String id, String language) throws Exception {
    return ok("GET", "/documents/" + id, null, language);
  }

  /** The names of the documents in which a question finds something. */
  List<String> found(String question, String collection) throws Exception {
    Object body = Map.of("text", question, "collectionIds", List.of(collection));
    List<String> names = new ArrayList<>();
    JsonNode answer = ok("POST", "/search", body, "ko");
    answer.path("hits").forEach(hit -> names.add(hit.path("documentName").asString()));
    answer.path("items").forEach(hit -> names.add(hit.path("documentName").asString()));
    return names;
  }

  private JsonNode ok(String method, String path, Object body, String language) throws Exception {
    HttpResponse<String> answer = call(method, path, body, language);
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> call(String method, String path, Object body, String language) throws Exception {
    HttpResponse<String> answer;
    try {
      answer = send(method, path, body, language);
    } catch (IOException e) {
      // a connection that was kept and closed on the other side
      answer = send(method, path, body, language);
    }
    if (answer.statusCode() == 401) {
      token = local("token", "employee").strip();
      answer = send(method, path, body, language);
    }
    return answer;
  }

  private HttpResponse<String> send(String method, String path, Object body, String language) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(api + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Accept-Language", language)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  /** The ingestion function's process of this stack and no other: its environment names our data. */
  Optional<ProcessHandle> ingestion() {
    return ProcessHandle.allProcesses()
        // whoever started it has it on its command line too
        .filter(process -> commandLine(process).matches("(?s)[^\0]*/java\0.*IngestionFunction.*"))
        .filter(process -> environment(process).contains("\0STORAGE_ROOT=" + data))
        .findFirst();
  }

  private static String environment(ProcessHandle process) {
    return "\0" + told(process, "environ");
  }

  static String commandLine(ProcessHandle process) {
    return told(process, "cmdline");
  }

  private static String told(ProcessHandle process, String file) {
    try {
      Path path = Path.of("/proc", Long.toString(process.pid()), file);
      // a folder may have a Korean name, and another's process any bytes
      return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private String local(String command, String word) throws Exception {
    return run(repository, List.of(command, word, "--data", data.toString()));
  }

  static String run(Path repository, List<String> words) throws Exception {
    List<String> command = new ArrayList<>(words);
    command.set(0, repository.resolve("functions/local").resolve(words.getFirst()).toString());
    Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (OutputStream none = process.getOutputStream()) {
      none.flush();
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command) + " failed: " + said);
    }
    return said;
  }
}
