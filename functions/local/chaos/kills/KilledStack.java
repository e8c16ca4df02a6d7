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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A platform whose functions are killed while its people use it. */
final class KilledStack implements AutoCloseable {

  static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final Path repository;
  private final Path data;
  private final boolean own;
  private final JsonNode status;

  private KilledStack(Path repository, Path data, boolean own) throws Exception {
    this.repository = repository;
    this.data = data;
    this.own = own;
    this.status = JSON.readTree(local("status", "--json"));
  }

  /** What is to be right of a stack while its functions are killed. */
  interface Kills {
    boolean right(KilledStack stack, Random random) throws Exception;
  }

  /** Runs a suite, says how it went and exits; {@code --seed N} repeats one. */
  static void test(String[] args, Kills suite) throws Exception {
    String seed = options(args).getOrDefault("--seed", Long.toString(System.nanoTime()));
    System.out.println("seed " + seed);
    boolean right;
    try (KilledStack stack = open(args)) {
      right = suite.right(stack, new Random(Long.parseLong(seed)));
    }
    System.out.println(right ? "1 passed, 0 failed" : "0 passed, 1 failed");
    System.exit(right ? 0 : 1);
  }

  /** Arguments: the repository, then pairs; {@code --data DIR} is a running stack, else one is started and stopped. */
  private static KilledStack open(String[] args) throws Exception {
    Path repository = Path.of(args[0]);
    String given = options(args).get("--data");
    Path data = given == null ? Files.createTempDirectory("madang-kill") : Path.of(given).toAbsolutePath();
    if (given == null) {
      run(repository, List.of("up", "--detach", "--data", data.toString()));
    }
    return new KilledStack(repository, data, given == null);
  }

  private static Map<String, String> options(String[] args) {
    Map<String, String> options = new TreeMap<>();
    for (int i = 1; i + 1 < args.length; i += 2) {
      options.put(args[i], args[i + 1]);
    }
    return options;
  }

  @Override
  public void close() throws Exception {
    if (own) {
      local("down");
    }
  }

  HttpClient http() {
    return http;
  }

  /** What a person is answered, whatever it is. */
  HttpResponse<String> call(String person, String method, String path, String body) throws Exception {
    HttpResponse<String> answer = send(person, method, path, body);
    if (answer.statusCode() == 401) {
      tokens.put(person, local("token", person).strip());
      answer = send(person, method, path, body);
    }
    return answer;
  }

  /** The same, where anything but success ends the test. */
  JsonNode ok(String person, String method, String path, String body) throws Exception {
    HttpResponse<String> answer = call(person, method, path, body);
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
  }

  private HttpResponse<String> send(String person, String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(status.path("api").asString() + path))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + tokens.getOrDefault(person, "none"))
            .header("Content-Type", "application/json")
            .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  /** Kills a function's JVM if it runs; whether it did. On Linux this is SIGKILL. */
  boolean kill(String function) {
    Optional<ProcessHandle> running = process(function);
    running.ifPresent(
        process -> {
          process.destroyForcibly();
          process.onExit().join();
        });
    return running.isPresent();
  }

  /** The function's JVM of this stack and no other: its environment names our data. */
  Optional<ProcessHandle> process(String function) {
    return ProcessHandle.allProcesses()
        // the shell that holds it has the same environment
        .filter(process -> told(process, "cmdline").matches("(?s)[^\0]*/java\0.*"))
        .filter(process -> environment(process).getOrDefault("K_SERVICE", "").equals(function))
        .filter(process -> environment(process).getOrDefault("STORAGE_ROOT", "").startsWith(data.toString()))
        .findFirst();
  }

  /** Stops or continues the emulator of Pub/Sub, so that nothing is published meanwhile. */
  void pubSub(String signal) throws Exception {
    String port = status.path("pubsub").asString().replaceAll(".*:", "");
    ProcessHandle emulator =
        ProcessHandle.allProcesses()
            .filter(process -> told(process, "cmdline").matches("(?s)[^\0]*/java\0.*pubsub-emulator.*--port=" + port + "\0"))
            .findFirst()
            .orElseThrow();
    new ProcessBuilder("kill", "-" + signal, Long.toString(emulator.pid())).start().waitFor();
  }

  /** A connection with a function's own account, in the role of its worker, which sees all rows. */
  Connection database(String function) throws Exception {
    Map<String, String> environment = environment(process(function).orElseThrow());
    Connection database =
        DriverManager.getConnection(
            environment.get("DATABASE_URL"), environment.get("DATABASE_USER"), environment.get("DATABASE_PASSWORD"));
    try (Statement worker = database.createStatement()) {
      worker.execute("SET app.worker = '" + function + "'");
    } catch (SQLException e) {
      database.close();
      throw e;
    }
    return database;
  }

  /** Asks until it is so. */
  static void await(String what, Duration patience, Callable<Boolean> question) throws Exception {
    long end = System.nanoTime() + patience.toNanos();
    while (!question.call()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("not in " + patience.toSeconds() + " s: " + what);
      }
      Thread.sleep(20);
    }
  }

  private static Map<String, String> environment(ProcessHandle process) {
    return Arrays.stream(told(process, "environ").split("\0"))
        .filter(entry -> entry.contains("="))
        .map(entry -> entry.split("=", 2))
        .collect(Collectors.toMap(entry -> entry[0], entry -> entry[1], (first, next) -> first));
  }

  private static String told(ProcessHandle process, String file) {
    try {
      return new String(
          Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), file)), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private String local(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(words));
    command.addAll(List.of("--data", data.toString()));
    return run(repository, command);
  }

  private static String run(Path repository, List<String> words) throws Exception {
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
