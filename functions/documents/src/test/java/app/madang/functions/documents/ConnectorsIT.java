package app.madang.functions.documents;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.functions.documents.Client.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A collection that reads a website by itself. */
class ConnectorsIT {

  private final Client owner = Platform.as("builder");
  private final UUID collection = owner.createCollection("안내");
  private final Website site = new Website();

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void aWebsiteIsReadFollowedAndLetGo() {
    site.page(
            "/",
            "처음",
            "<a href='/a?x=1#top'>a</a> <a href='/A/../hidden'>h</a> <a href='/secret/x'>s</a>"
                + "<a href='/note.txt'>n</a> <a rel=nofollow href='/unfollowed'>u</a>"
                + "<a href='https://elsewhere.invalid/'>e</a> <a href='/old'>o</a>")
        .page("/a?x=1", "휴가 안내", "연차는 15일이에요. <a href='/deep'>d</a>")
        .page("/deep", "깊은 곳", "더 깊어요. <a href='/deeper'>d</a>")
        .page("/deeper", "너무 깊은 곳", "")
        .page("/hidden", "숨은 곳", "<meta name=robots content=noindex>")
        .page("/secret/x", "비밀", "읽으면 안 돼요")
        .page("/unfollowed", "따라가지 않는 곳", "")
        .file("/note.txt", "text/plain", "메모")
        .redirect("/old", "/a?x=1")
        .file("/robots.txt", "text/plain", "User-agent: *\nDisallow: /secret/\n");
    UUID id = create(site.url("/"), ",\"maxDepth\":2");
    run(id);
    assertThat(names()).containsExactlyInAnyOrder("처음", "휴가 안내", "깊은 곳", "note.txt");
    JsonNode told = get(id);
    assertThat(told.path("state").asString()).isEqualTo("waiting");
    assertThat(told.at("/counts/added").asInt()).isEqualTo(4);
    assertThat(told.at("/counts/documents").asInt()).isEqualTo(4);
    assertThat(told.at("/counts/open").asInt()).isZero();
    assertThat(told.has("heartbeatAt") && told.has("finishedAt") && told.has("nextAt")).isTrue();
    assertThat(problems(id))
        .isEqualTo(Map.of(site.url("/hidden"), "noindex", site.url("/secret/x"), "robots"));
    assertThat(site.asked()).doesNotContain("/secret/x 200", "/deeper 200", "/unfollowed 200");
    UUID leave = document("휴가 안내");
    assertThat(Platform.heard("ingestion.document-requested", leave)).isTrue();
    Library.read(leave, "연차는 15일이에요.");
    assertThat(owner.search("연차").body().at("/hits/0/documentId").asString())
        .isEqualTo(leave.toString());

    site.page("/a?x=1", "휴가 안내", "연차는 20일이에요. <a href='/deep'>d</a>");
    site.remove("/note.txt");
    again(id);
    assertThat(site.asked())
        .contains("/ 304", "/deep 304", "/a?x=1 200", "/note.txt 404")
        .doesNotContain("/deeper 200");
    JsonNode second = get(id);
    assertThat(second.at("/counts/added").asInt()).isZero();
    assertThat(second.at("/counts/changed").asInt()).isEqualTo(1);
    assertThat(second.at("/counts/removed").asInt()).isEqualTo(1);
    UUID coming = coming(leave);
    Library.read(coming, "연차는 20일이에요.");
    assertThat(owner.search("연차").body().at("/hits/0/documentId").asString())
        .isEqualTo(coming.toString());
    assertThat(names()).containsExactlyInAnyOrder("처음", "휴가 안내", "깊은 곳");
  }

  @Test
  void aRunThatIsCutGoesOnWhereItWasAndNobodyElseWorksOnItMeanwhile() {
    site.page("/", "처음", "<a href='/one'>1</a> <a href='/two'>2</a> <a href='/zwei'>3</a>")
        .page("/one", "하나", "하나")
        .page("/two", "둘", "둘")
        .page("/zwei", "셋", "셋");
    UUID id = create(site.url("/"), "");
    // another worker takes over while this one waits for a page: as after a pause of the machine
    site.when("/two", () -> lease(id, "3 minutes"));
    run(id);
    assertThat(names()).containsExactlyInAnyOrder("처음", "하나");
    assertThat(get(id).path("state").asString()).isEqualTo("running");
    site.asked();

    run(id);
    assertThat(site.asked()).isEmpty();

    lease(id, "-1 seconds");
    run(id);
    assertThat(names()).containsExactlyInAnyOrder("처음", "하나", "둘", "셋");
    assertThat(site.asked()).contains("/two 200", "/zwei 200").doesNotContain("/ 200", "/one 200");
    assertThat(get(id).path("state").asString()).isEqualTo("waiting");
  }

  @Test
  void aWorkerThatDiedIsSeenAndItsConnectorIsDueAgain() {
    site.page("/", "처음", "글");
    UUID id = create(site.url("/"), "");
    set(
        id,
        "state = 'running', phase = 'listing', run = 1, lease = uuidv7(), heartbeat_at = now() - interval '11 minutes',"
            + " lease_until = now() - interval '8 minutes', emitted_at = '-infinity'");
    JsonNode told = get(id);
    assertThat(told.path("state").asString()).isEqualTo("silent");
    assertThat(told.at("/reason/message").asString()).contains("소식");
    Platform.sweep();
    assertThat(Platform.heard("documents.connector-due", id)).isTrue();
    run(id);
    assertThat(names()).containsExactly("처음");
  }

  @Test
  void whatIsNotOfTheInternetIsNotReadHoweverItIsWritten() {
    site.page("/", "처음", "<a href='/away'>a</a>")
        .redirect("/away", "http://169.254.169.254/computeMetadata/v1/");
    UUID id = create(site.url("/"), "");
    run(id);
    assertThat(problems(id)).containsEntry(site.url("/away"), "redirected_away");
    for (String start :
        List.of(
            "http://169.254.169.254/latest/",
            "http://[::ffff:169.254.169.254]/",
            "http://2852039166/",
            "http://[fd00:ec2::254]/",
            "http://[fe80::1]/")) {
      UUID inside = create(start, "");
      run(inside);
      JsonNode told = get(inside);
      assertThat(told.path("state").asString()).as(start).isEqualTo("failed");
      assertThat(told.at("/reason/code").asString()).as(start).isEqualTo("private_address");
    }
  }

  @Test
  void aSiteWhoseRobotsCannotBeReadIsNotReadAndTriedAgain() {
    site.page("/", "처음", "글").status("/robots.txt", 503);
    UUID id = create(site.url("/"), "");
    run(id);
    JsonNode told = get(id);
    assertThat(told.path("state").asString()).isEqualTo("failed");
    assertThat(told.at("/reason/code").asString()).isEqualTo("robots_unreachable");
    assertThat(told.has("nextAt")).isTrue();
    assertThat(site.asked()).doesNotContain("/ 200");
    site.status("/robots.txt", 404);
    call("runConnector", "POST", "/v1/connectors/" + id + "/run", "");
    run(id);
    assertThat(names()).containsExactly("처음");
  }

  @Test
  void aSiteThatIsDownTakesNothingAway() {
    site.page("/", "처음", "글");
    UUID id = create(site.url("/"), "");
    run(id);
    site.status("/", 500);
    again(id);
    assertThat(get(id).at("/reason/code").asString()).isEqualTo("answered_5xx");
    assertThat(names()).containsExactly("처음");
  }

  @Test
  void onlyOwnersWhoBuildSetItUpEditorsSeeItAndOthersDoNot() {
    UUID id = create(site.url("/"), "");
    String path = "/v1/connectors/" + id;
    Client employee = Platform.as("employee");
    assertThat(employee.call("getConnector", "GET", path, "").status()).isEqualTo(404);
    assertThat(employee.call("runConnector", "POST", path + "/run", "").status()).isEqualTo(404);
    assertThat(employee.call("deleteConnector", "DELETE", path, "").status()).isEqualTo(404);
    assertThat(employee.call("listConnectorProblems", "GET", path + "/problems", "").status())
        .isEqualTo(404);
    String list = "/v1/collections/" + collection + "/connectors";
    assertThat(employee.call("listConnectors", "GET", list, "").status()).isEqualTo(404);

    owner.share(collection, "{\"kind\":\"everyone\"}", "reader");
    assertThat(employee.call("listConnectors", "GET", list, "").status()).isEqualTo(403);
    assertThat(employee.call("getConnector", "GET", path, "").status()).isEqualTo(404);
    owner.share(collection, "{\"kind\":\"everyone\"}", "editor");
    assertThat(employee.call("getConnector", "GET", path, "").status()).isEqualTo(200);
    assertThat(employee.call("runConnector", "POST", path + "/run", "").status()).isEqualTo(403);

    UUID own = employee.createCollection("만들 수 없는 사람");
    assertThat(
            employee
                .call(
                    "createConnector",
                    "POST",
                    "/v1/collections/" + own + "/connectors",
                    body("web", "\"urls\":[\"https://example.com\"]"))
                .status())
        .isEqualTo(403);
  }

  @Test
  void bucketsThatNobodyAllowedAndAddressesThatAreNoneAreRefused() {
    String list = "/v1/collections/" + collection + "/connectors";
    for (String body :
        List.of(
            body("bucket", "\"bucket\":\"madang-documents\""),
            body("web", "\"urls\":[\"file:///etc/passwd\"]"),
            body("web", "\"urls\":[]"),
            body("drive", "\"driveFolder\":\"../x\""))) {
      Answer refused = owner.call("createConnector", "POST", list, body);
      assertThat(refused.status()).as(body).isEqualTo(400);
    }
  }

  @Test
  void pausedItRestsAndDeletedItTakesItsDocumentsWithIt() {
    site.page("/", "처음", "글");
    UUID id = create(site.url("/"), "");
    String path = "/v1/connectors/" + id;
    call("pauseConnector", "PUT", path + "/pause", "{\"paused\":true}");
    run(id);
    assertThat(site.asked()).isEmpty();
    assertThat(get(id).path("state").asString()).isEqualTo("paused");
    call("pauseConnector", "PUT", path + "/pause", "{\"paused\":false}");
    run(id);
    assertThat(names()).containsExactly("처음");
    assertThat(owner.call("deleteConnector", "DELETE", path, "").status()).isEqualTo(204);
    assertThat(owner.call("getConnector", "GET", path, "").status()).isEqualTo(404);
    run(id);
    assertThat(names()).isEmpty();
    assertThat(
            Platform.superuser()
                .sql("SELECT count(*) FROM knowledge.connectors WHERE id = ?")
                .param(id)
                .query(Long.class)
                .single())
        .isZero();
  }

  private UUID create(String url, String more) {
    return call(
            "createConnector",
            "POST",
            "/v1/collections/" + collection + "/connectors",
            body("web", "\"urls\":[\"" + url + "\"],\"delaySeconds\":0" + more))
        .id();
  }

  private static String body(String kind, String source) {
    return "{\"kind\":\"%s\",\"name\":\"안내\",\"everyMinutes\":60,\"source\":{%s}}"
        .formatted(kind, source);
  }

  private Answer call(String operation, String method, String path, String json) {
    Answer answer = owner.call(operation, method, path, json);
    assertThat(answer.status()).as(operation).isBetween(200, 299);
    return answer;
  }

  private static void run(UUID id) {
    assertThat(Platform.push("documents.connector-due", "{\"connectorId\":\"" + id + "\"}"))
        .isEqualTo(204);
  }

  private void again(UUID id) {
    call("runConnector", "POST", "/v1/connectors/" + id + "/run", "");
    run(id);
  }

  private JsonNode get(UUID id) {
    return call("getConnector", "GET", "/v1/connectors/" + id, "").body();
  }

  private Map<String, String> problems(UUID id) {
    JsonNode page =
        call("listConnectorProblems", "GET", "/v1/connectors/" + id + "/problems", "").body();
    return StreamSupport.stream(page.path("items").spliterator(), false)
        .collect(
            java.util.stream.Collectors.toMap(
                item -> item.path("externalId").asString(),
                item -> item.at("/reason/code").asString()));
  }

  private List<String> names() {
    return owned().stream().map(document -> document.path("name").asString()).toList();
  }

  private UUID document(String name) {
    return owned().stream()
        .filter(document -> document.path("name").asString().equals(name))
        .map(document -> UUID.fromString(document.path("id").asString()))
        .findFirst()
        .orElseThrow();
  }

  private List<JsonNode> owned() {
    JsonNode page =
        call("listDocuments", "GET", "/v1/collections/" + collection + "/documents", "").body();
    return StreamSupport.stream(page.path("items").spliterator(), false).toList();
  }

  private static UUID coming(UUID first) {
    return Platform.superuser()
        .sql("SELECT id FROM knowledge.documents WHERE series_id = ? AND standing = 'coming'")
        .param(first)
        .query(UUID.class)
        .single();
  }

  private static void lease(UUID id, String until) {
    set(id, "lease = uuidv7(), lease_until = now() + interval '" + until + "'");
  }

  private static void set(UUID id, String what) {
    Platform.superuser()
        .sql("UPDATE knowledge.connectors SET " + what + " WHERE id = ?")
        .param(id)
        .update();
  }
}
