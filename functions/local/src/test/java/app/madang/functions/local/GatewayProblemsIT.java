package app.madang.functions.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.TokenIssuer;
import app.madang.testing.servers.Downloads;
import app.madang.testing.servers.EnvoyServer;
import app.madang.testing.servers.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every answer that Envoy makes itself, seen on the wire of the real one. */
class GatewayProblemsIT {

  private static final StackPorts PORTS =
      StackPorts.choose(OptionalInt.empty(), OptionalInt.empty());

  @TempDir private static Path folder;

  private static TokenIssuer issuer;
  private static ServerSocket silent;
  private static ServerSocket babbling;
  private static EnvoyServer envoy;

  @BeforeAll
  static void start() throws IOException {
    issuer = new TokenIssuer(PORTS.issuer());
    silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    babbling = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(GatewayProblemsIT::babble);
    Path configuration = folder.resolve("envoy.json");
    Map<String, Integer> functions =
        Map.of(
            "auth", silent.getLocalPort(),
            "documents", babbling.getLocalPort(),
            "chat", Ports.free());
    String patient = "\"stream_idle_timeout\" : \"120s\"";
    String json = GatewayConfiguration.json(PORTS, functions);
    assertThat(json).contains(patient);
    Files.writeString(configuration, json.replace(patient, "\"stream_idle_timeout\" : \"1s\""));
    envoy =
        EnvoyServer.start(
            Downloads.ofUser(), configuration, folder.resolve("envoy.log"), PORTS.envoyAdmin());
  }

  @AfterAll
  static void stop() throws IOException {
    envoy.close();
    issuer.close();
    silent.close();
    babbling.close();
  }

  /** A function that does not speak HTTP. */
  private static void babble() {
    while (!babbling.isClosed()) {
      try (Socket caller = babbling.accept()) {
        caller.getInputStream().read();
        caller.getOutputStream().write("nonsense\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        // the next one, or the end
      }
    }
  }

  private static String get(String path, String... headers) {
    return "GET "
        + path
        + " HTTP/1.1\r\nHost: madang.example\r\nConnection: close\r\n"
        + String.join("\r\n", headers)
        + (headers.length > 0 ? "\r\n\r\n" : "\r\n");
  }

  private static String person() {
    return "Authorization: Bearer " + issuer.userToken("employee");
  }

  @Test
  void whatIsNotHttpIsMalformed() throws IOException {
    unread("NONSENSE\r\n\r\n", 400, "malformed_request");
    unread("GET /v1/me HTTP/1.1\r\nConnection: close\r\n\r\n", 400, "malformed_request");
    problem(get("/v1/me%00", person()), 400, "malformed_request");
    unread(get("/v1/me", "Odd\u0001: header"), 400, "malformed_request");
    unread(get("/v1/me", "Content-Length: many"), 400, "malformed_request");
  }

  @Test
  void headersHaveALimit() throws IOException {
    unread(get("/v1/me", "Cookie: " + "x".repeat(80_000)), 431, "headers_too_large");
    unread(get("/v1/me?" + "x".repeat(80_000)), 431, "headers_too_large");
    unread(get("/v1/me", "X-Many: 1\r\n".repeat(200).strip()), 431, "headers_too_large");
  }

  @Test
  void whatIsNotSpokenHereIsMalformed() throws IOException {
    unread("GET /v1/me HTTP/1.0\r\nHost: madang.example\r\n\r\n", 426, "malformed_request");
  }

  @Test
  void aBodyThatDoesNotArriveIsNotAwaitedForever() throws IOException {
    String begun =
        "POST /v1/groups HTTP/1.1\r\nHost: madang.example\r\n"
            + person()
            + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
    problem(begun, 408, "request_timeout");
  }

  @Test
  void whoProvesNothingIsUnauthenticated() throws IOException {
    problem(get("/v1/me"), 401, "unauthenticated");
    problem(get("/v1/me", "Authorization: Bearer nonsense"), 401, "unauthenticated");
    String other = issuer.serviceToken("employee@madang.example", "other");
    Answer answer =
        problem(get("/v1/me", "Authorization: Bearer " + other), 401, "unauthenticated");
    assertThat(answer.headers()).containsIgnoringCase("www-authenticate: Bearer");
  }

  @Test
  void whatIsNotThereIsNotFoundOrNotAllowed() throws IOException {
    problem(get("/v1/unknown", person()), 404, "not_found");
    problem(get("/v1/me", person()).replace("GET", "PATCH"), 405, "method_not_allowed");
  }

  @Test
  void aFunctionThatFailsIsUnavailable() throws IOException {
    // nothing listens; it speaks no HTTP; it does not answer in time; it is not part of the stack
    problem(get("/v1/conversations", person()), 503, "unavailable");
    problem(get("/v1/collections", person()), 502, "unavailable");
    String hasty = "x-envoy-upstream-rq-timeout-ms: 200";
    problem(get("/v1/me", person(), hasty), 504, "unavailable");
    problem(get("/v1/reports/me/budgets", person()), 503, "unavailable");
  }

  /** Envoy gives up before it knows the wanted language: Korean, as where none is asked for. */
  private static void unread(String request, int status, String code) throws IOException {
    check(send(request), status, code, "[가-힣]");
  }

  /** In Korean, and in English when that is asked for. */
  private static Answer problem(String request, int status, String code) throws IOException {
    Answer korean = send(request);
    check(korean, status, code, "[가-힣]");
    String asking = request.replaceFirst("\r\n(?=Host:)", "\r\nAccept-Language: en-GB,en\r\n");
    check(send(asking), status, code, "[A-Za-z]");
    return korean;
  }

  private static void check(Answer answer, int status, String code, String script) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers())
        .containsIgnoringCase("content-type: application/problem+json")
        .containsIgnoringCase("cache-control: no-store");
    JsonNode problem = JsonMapper.shared().readTree(answer.body());
    assertThat(problem.path("code").asString()).isEqualTo(code);
    assertThat(problem.path("type").asString()).isEqualTo("urn:madang:problem:" + code);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("traceId").asString("")).as(answer.body()).isNotBlank();
    assertThat(problem.path("title").asString()).containsPattern(script);
    assertThat(problem.path("detail").asString()).containsPattern(script);
  }

  private record Answer(int status, String headers, String body) {}

  private static Answer send(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), PORTS.base())) {
      socket.setSoTimeout(15_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      String all = read(socket.getInputStream());
      Matcher parts =
          Pattern.compile("HTTP/1\\.1 (\\d{3})[^\r]*\r\n(.*?)\r\n\r\n(.*)", Pattern.DOTALL)
              .matcher(all);
      assertThat(parts.matches()).as(all).isTrue();
      return new Answer(Integer.parseInt(parts.group(1)), parts.group(2), parts.group(3));
    }
  }

  private static String read(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    byte[] buffer = new byte[8192];
    int whole = -1;
    while (whole < 0 || text.length() < whole) {
      int count = in.read(buffer);
      if (count < 0) {
        break;
      }
      // one char a byte, until all is there
      text.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
      Matcher length = Pattern.compile("(?is)^(.*?\r\n\r\n)").matcher(text);
      if (length.find()) {
        Matcher declared = Pattern.compile("(?i)content-length: (\\d+)").matcher(length.group(1));
        whole =
            length.group(1).length() + (declared.find() ? Integer.parseInt(declared.group(1)) : 0);
      }
    }
    return new String(
        text.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
