package app.madang.functions.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.FunctionServer;
import app.madang.testing.StatementCounter;
import app.madang.testing.vendors.McpStandIn;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** APIs that administrators bring in, and what of them a tool is pinned to. */
class ActionsIT {

  private static final Client ADMIN = Platform.having("actions-admin", "member", "admin");
  private static final Client BUILDER = Platform.having("actions-builder", "member", "builder");
  private static final Client REVIEWER = Platform.having("actions-judge", "member", "reviewer");
  private static final Client MEMBER = Platform.as("actions-member");

  private static final String API =
      """
      openapi: 3.0.3
      paths:
        /pets/{id}:
          parameters:
            - {name: id, in: path, required: true, schema: {type: integer}}
          get: {operationId: getPet, summary: One pet}
          put:
            operationId: putPet
            requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
        /upload:
          post: {requestBody: {required: true, content: {multipart/form-data: {schema: {type: object}}}}}
      components: {schemas: {Pet: {type: object, required: [name], properties: {name: {type: string}, kin: {$ref: '#/components/schemas/Pet'}}}}}
      """;

  private static Client.Answer create(Client person, String base, String document) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("name", "동물").put("kind", document == null ? "mcp" : "openapi");
    if (document != null) {
      body.put("document", document);
    }
    if (base != null) {
      body.put("baseUrl", base);
    }
    body.putObject("secret").put("header", "Authorization").put("value", "Bearer s3cr3t");
    return person.call("createActionSource", "POST", "/v1/action-sources", body.toString());
  }

  private static JsonNode named(JsonNode source, String name) {
    return source
        .path("actions")
        .valueStream()
        .filter(action -> action.path("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void auditorsReadWhatWasCalledAndNobodyElse() {
    Client auditor = Platform.having("actions-auditor", "member", "auditor");
    UUID tool = BUILDER.create("부르는 도구").id();
    for (String call :
        new String[] {"'getPet', false, 'done', NULL", "'putPet', true, 'failed', 'status_500'"}) {
      Platform.SUPERUSER
          .sql(
              "INSERT INTO toolbox.action_calls (person_id, tool_id, answer_id, action_id, host, name, confirmed, outcome, reason)"
                  + " VALUES (?, ?, uuidv7(), uuidv7(), 'pets.example', "
                  + call
                  + ")")
          .params(Platform.id("actions-builder"), tool)
          .update();
    }
    JsonNode page = calls(auditor, "?limit=1").body();
    // who calls, and the page; what others do meanwhile is counted, too
    assertThat(IntStream.range(0, 4).map(n -> cost(auditor)).min()).hasValue(2);
    JsonNode latest = page.path("items").get(0);
    assertThat(latest.path("action").asString()).isEqualTo("putPet");
    assertThat(latest.path("reason").asString()).isEqualTo("status_500");
    assertThat(latest.path("confirmed").asBoolean()).isTrue();
    assertThat(latest.path("by").path("name").asString()).isEqualTo("actions-builder");
    // a draft's name is for those who make it
    assertThat(latest.path("tool").path("id").asString()).isEqualTo(tool.toString());
    assertThat(latest.path("tool").has("name")).isFalse();
    String next = "?limit=1&cursor=" + page.path("nextCursor").asString();
    JsonNode earlier = calls(ADMIN, next).body().path("items").get(0);
    assertThat(earlier.path("action").asString()).isEqualTo("getPet");
    assertThat(earlier.has("reason")).isFalse();
    assertThat(calls(BUILDER, "").status()).isEqualTo(403);
    assertThat(calls(MEMBER, "").status()).isEqualTo(403);
    assertThat(calls(ADMIN, "?cursor=x").status()).isEqualTo(400);
  }

  private static int cost(Client auditor) {
    int before = StatementCounter.PREPARED.get();
    calls(auditor, "?limit=1");
    return StatementCounter.PREPARED.get() - before;
  }

  private static Client.Answer calls(Client person, String query) {
    return person.call("listActionCalls", "GET", "/v1/action-calls" + query, "");
  }

  @Test
  void aToolKeepsWhatItsMakerPickedWhateverBecomesOfTheSource() {
    assertThat(MEMBER.call("getActionHosts", "GET", "/v1/action-hosts", "").status())
        .isEqualTo(403);
    assertThat(create(BUILDER, "https://8.8.8.8", API).status()).isEqualTo(403);
    Client.Answer made = create(ADMIN, "https://8.8.8.8/v1/", API);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.body().path("actions")).hasSize(2);
    assertThat(made.body().path("hostAllowed").asBoolean()).isFalse();
    assertThat(made.body().toString()).doesNotContain("s3cr3t");
    ADMIN.call("putActionHosts", "PUT", "/v1/action-hosts", "{\"hosts\":[\"8.8.8.8\"]}");
    Client.Answer seen = BUILDER.call("listActionSources", "GET", "/v1/action-sources", "");
    assertThat(seen.body().toString()).contains("\"hostAllowed\":true").doesNotContain("s3cr3t");

    JsonNode put = named(made.body(), "putPet");
    assertThat(put.path("writing").asBoolean()).isTrue();
    assertThat(named(made.body(), "getPet").path("writing").asBoolean()).isFalse();
    String body =
        Client.DRAFT.formatted("동물", ",\"actionIds\":[\"" + put.path("id").asString() + "\"]");
    Client.Answer tool = BUILDER.call("createTool", "POST", "/v1/tools", body);
    assertThat(tool.status()).isEqualTo(201);
    assertThat(tool.body().path("actions").path(0)).isEqualTo(put);

    String path = "/v1/action-sources/" + made.id();
    JsonNode set =
        ADMIN
            .call(
                "setAction",
                "PUT",
                path + "/actions/" + put.path("id").asString(),
                "{\"writing\":false,\"personalFields\":[\"name\"]}")
            .body();
    assertThat(named(set, "putPet").path("hash")).isNotEqualTo(put.path("hash"));
    // what was seen is another by now
    String late = "{\"writing\":false,\"hash\":\"" + put.path("hash").asString() + "\"}";
    Client.Answer stale =
        ADMIN.call("setAction", "PUT", path + "/actions/" + put.path("id").asString(), late);
    assertThat(stale.code()).isEqualTo("conflict");
    assertThat(ADMIN.call("deleteActionSource", "DELETE", path, "").status()).isEqualTo(204);
    assertThat(ADMIN.call("deleteActionSource", "DELETE", path, "").status()).isEqualTo(404);
    assertThat(BUILDER.get(tool.id()).body().path("actions").path(0)).isEqualTo(put);
    // saving something else keeps it, too
    String changed =
        Client.DRAFT.formatted(
            "동물 2",
            ",\"version\":%d,\"actionIds\":[\"%s\"]"
                .formatted(tool.version(), put.path("id").asString()));
    assertThat(BUILDER.call("updateTool", "PUT", "/v1/tools/" + tool.id(), changed).status())
        .isEqualTo(200);
    BUILDER.submit(tool.id());
    assertThat(REVIEWER.get(tool.id()).body().path("actions").path(0)).isEqualTo(put);
    REVIEWER.approve(tool.id());
    Platform.release(tool.id());
    JsonNode released =
        BUILDER.call("listToolReleases", "GET", "/v1/tools/" + tool.id() + "/releases", "").body();
    assertThat(released.path("items").path(0).path("actions").path(0)).isEqualTo(put);
    String unknown = Client.DRAFT.formatted("x", ",\"actionIds\":[\"" + UUID.randomUUID() + "\"]");
    assertThat(BUILDER.call("createTool", "POST", "/v1/tools", unknown).status()).isEqualTo(404);
  }

  private static Client.Answer compare(Client person, UUID source, String document) {
    return ask(person, source, "compareActionSource", "comparison", document, null);
  }

  private static Client.Answer renew(Client person, UUID source, String document, String expected) {
    return ask(person, source, "renewActionSource", "renewal", document, expected);
  }

  private static Client.Answer ask(
      Client person, UUID source, String operation, String path, String document, String expected) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    if (document != null) {
      body.put("document", document);
    }
    if (expected != null) {
      body.put("expected", expected);
    }
    String at = "/v1/action-sources/" + source + "/" + path;
    return person.call(operation, "POST", at, body.toString());
  }

  private static List<String> kinds(JsonNode difference) {
    return difference
        .path("changes")
        .valueStream()
        .map(
            change ->
                change.path("kind").asString()
                    + " "
                    + change.path("before").path("name").asString("-")
                    + " "
                    + change.path("after").path("name").asString("-"))
        .toList();
  }

  private static Client.Answer tool(Client person, String name, JsonNode... actions) {
    String ids =
        Stream.of(actions)
            .map(action -> action.path("id").toString())
            .collect(Collectors.joining(","));
    return person.call(
        "createTool",
        "POST",
        "/v1/tools",
        Client.DRAFT.formatted(name, ",\"actionIds\":[" + ids + "]"));
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  @Test
  void aSourceIsReadAgainAndOnlyWhatWasShownIsTaken() {
    Client.Answer made = create(ADMIN, "https://8.8.8.8", API);
    JsonNode get = named(made.body(), "getPet");
    JsonNode put = named(made.body(), "putPet");
    assertThat(texts(put.path("fields"))).containsExactly("body", "id", "kin", "name");
    UUID live = tool(BUILDER, "쓰이는 것", get, put).id();
    BUILDER.submit(live);
    REVIEWER.approve(live);
    Platform.release(live);
    Client.Answer draft = tool(BUILDER, "초안", get, put);

    assertThat(kinds(compare(ADMIN, made.id(), API).body())).isEmpty();
    String renewed =
        API.replace("summary: One pet", "summary: A pet with its kin")
            .replace("operationId: putPet", "operationId: replacePet")
            .replace("/upload:", "/feed:\n    post: {operationId: feed}\n  /upload:");
    assertThat(compare(BUILDER, made.id(), renewed).status()).isEqualTo(403);
    assertThat(compare(ADMIN, UUID.randomUUID(), renewed).status()).isEqualTo(404);
    assertThat(compare(ADMIN, made.id(), "no document").status()).isEqualTo(400);
    JsonNode shown = compare(ADMIN, made.id(), renewed).body();
    assertThat(kinds(shown))
        .containsExactlyInAnyOrder(
            "changed getPet getPet", "changed putPet replacePet", "added - feed");
    assertThat(shown.toString()).contains("One pet").contains("A pet with its kin");
    // nothing has changed by looking
    assertThat(BUILDER.get(draft.id()).version()).isEqualTo(draft.version());

    // another document than what was shown, and another source than then
    String expected = shown.path("expected").asString();
    assertThat(renew(ADMIN, made.id(), API, expected).code()).isEqualTo("conflict");
    String actions = "/v1/action-sources/" + made.id() + "/actions/";
    String set = "{\"writing\":false,\"personalFields\":[\"name\"]}";
    ADMIN.call("setAction", "PUT", actions + put.path("id").asString(), set);
    assertThat(renew(ADMIN, made.id(), renewed, expected).code()).isEqualTo("conflict");
    assertThat(renew(BUILDER, made.id(), renewed, expected).status()).isEqualTo(403);

    String again = compare(ADMIN, made.id(), renewed).body().path("expected").asString();
    JsonNode source = renew(ADMIN, made.id(), renewed, again).body();
    assertThat(source.path("version").asInt()).isEqualTo(2);
    assertThat(source.path("actions")).hasSize(3);
    JsonNode replaced = named(source, "replacePet");
    assertThat(replaced.path("id")).isEqualTo(put.path("id"));
    // the word was about another action: it writes until it is said again
    assertThat(replaced.path("writing").asBoolean()).isTrue();
    assertThat(renew(ADMIN, made.id(), renewed, again).code()).isEqualTo("conflict");

    // the draft has it, what people use stays as it was and its owners see that
    JsonNode drafted = BUILDER.get(draft.id()).body();
    assertThat(drafted.path("actions"))
        .containsExactlyInAnyOrder(named(source, "getPet"), replaced);
    assertThat(drafted.path("version").asLong()).isEqualTo(draft.version() + 1);
    assertThat(drafted.path("outdatedActions")).isEmpty();
    JsonNode used = BUILDER.get(live).body();
    assertThat(used.path("actions")).containsExactlyInAnyOrder(get, put);
    assertThat(texts(used.path("outdatedInUse"))).containsExactly("getPet", "putPet");
    assertThat(texts(used.path("outdatedActions"))).containsExactly("getPet", "putPet");

    // one that the document has no more
    String fewer = renewed.replace("{operationId: feed}", "{requestBody: {required: true}}");
    JsonNode gone = compare(ADMIN, made.id(), fewer).body();
    assertThat(kinds(gone)).containsExactly("gone feed -");
    assertThat(
            renew(ADMIN, made.id(), fewer, gone.path("expected").asString()).body().path("actions"))
        .hasSize(2);
    assertThat(changes(ADMIN, made.id()))
        .containsExactly("source.renewed", "source.renewed", "action.set", "source.added");
    assertThat(BUILDER.call("listActionChanges", "GET", "/v1/action-changes", "").status())
        .isEqualTo(403);
  }

  /** The latest first. */
  private static List<String> changes(Client person, UUID source) {
    JsonNode page =
        person.call("listActionChanges", "GET", "/v1/action-changes?limit=100", "").body();
    assertThat(page.toString()).doesNotContain("s3cr3t").contains("actions-admin");
    List<String> ids =
        Platform.SUPERUSER
            .sql("SELECT id::text FROM toolbox.action_changes WHERE source_id = ?")
            .param(source)
            .query(String.class)
            .list();
    return page.path("items")
        .valueStream()
        .filter(item -> ids.contains(item.path("id").asString()))
        .map(item -> item.path("change").asString())
        .toList();
  }

  private static Client.Answer set(UUID source, JsonNode action, String said) {
    String path = "/v1/action-sources/" + source + "/actions/" + action.path("id").asString();
    return ADMIN.call("setAction", "PUT", path, said);
  }

  /**
   * What an administrator says of an action, and what makers save and hand in, while it is read
   * again.
   */
  @Test
  void whatOthersWriteMeanwhileIsNeitherLostNorWrittenOver() throws Exception {
    String before = API.replace("/upload:", "/feed:\n    post: {operationId: feed}\n  /upload:");
    String after = API.replace("One pet", "Every pet");
    UUID source = create(ADMIN, "https://8.8.8.8", before).id();
    JsonNode made = listed(source);
    JsonNode get = named(made, "getPet");
    UUID saved = tool(BUILDER, "저장하는 중", get, named(made, "putPet")).id();
    UUID handedIn = tool(BUILDER, "제출하는 중", get).id();
    String expected = compare(ADMIN, source, after).body().path("expected").asString();
    try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();
        Connection maker =
            DriverManager.getConnection(
                Platform.STACK.jdbcUrl(), "postgres", Platform.STACK.password())) {
      maker.setAutoCommit(false);
      change(
          maker,
          """
          UPDATE toolbox.tools SET version = version + 1, actions =
            (SELECT jsonb_agg(a)::text FROM jsonb_array_elements(actions::jsonb) a WHERE a ->> 'name' = 'getPet')
           WHERE id = ?
          """,
          saved);
      change(
          maker,
          "UPDATE toolbox.tools SET version = version + 1, status = 'SUBMITTED', submitted_by = ?, submitted_at = now() WHERE id = ?",
          Platform.id("actions-builder"),
          handedIn);
      Future<Client.Answer> renewal = others.submit(() -> renew(ADMIN, source, after, expected));
      awaitWaiting(1);
      String said = "{\"writing\":true,\"personalFields\":[\"id\"]}";
      Future<Client.Answer> set = others.submit(() -> set(source, get, said));
      Future<Client.Answer> late = others.submit(() -> set(source, named(made, "feed"), said));
      awaitWaiting(3);
      maker.commit();
      assertThat(renewal.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
      assertThat(set.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
      assertThat(late.get(20, TimeUnit.SECONDS).status()).isEqualTo(404);
    }
    JsonNode now = named(listed(source), "getPet");
    assertThat(now.path("description").asString()).isEqualTo("Every pet");
    assertThat(now.path("writing").asBoolean()).isTrue();
    assertThat(texts(now.path("personalFields"))).containsExactly("id");
    assertThat(changes(ADMIN, source))
        .containsExactly("action.set", "source.renewed", "source.added");
    JsonNode drafted = BUILDER.get(saved).body().path("actions");
    assertThat(drafted).hasSize(1);
    assertThat(drafted.path(0).path("description").asString()).isEqualTo("Every pet");
    Client.Answer waiting = BUILDER.get(handedIn);
    assertThat(waiting.state()).isEqualTo("SUBMITTED");
    assertThat(waiting.body().path("actions").path(0)).isEqualTo(get);
  }

  private static JsonNode listed(UUID source) {
    return ADMIN
        .call("listActionSources", "GET", "/v1/action-sources", "")
        .body()
        .path("items")
        .valueStream()
        .filter(one -> one.path("id").asString().equals(source.toString()))
        .findFirst()
        .orElseThrow();
  }

  private static void change(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private static void awaitWaiting(int many) throws InterruptedException {
    String waiting =
        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query ~ 'toolbox[.](renew_drafts|action)'";
    for (int n = 0; n < 200; n++) {
      if (Platform.SUPERUSER.sql(waiting).query(Integer.class).single() == many) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("not as many wait");
  }

  /** That a value may go in clear was said of where it goes, not of its name. */
  @ParameterizedTest
  @CsvSource({
    "summary: Put,summary: Puts,name",
    "'    put:','    post:',",
    "'/pets/{id}:','/beasts/{id}:',"
  })
  void whatMayGoInClearIsSaidAnewWhenSomethingElseIsCalled(
      String before, String after, String kept) {
    String document = API.replace("putPet", "putPet\n      summary: Put");
    Client.Answer made = create(ADMIN, "https://8.8.8.8", document);
    set(
        made.id(),
        named(made.body(), "putPet"),
        "{\"writing\":true,\"personalFields\":[\"name\"]}");
    String renewed = document.replace(before, after);
    JsonNode shown = compare(ADMIN, made.id(), renewed).body();
    JsonNode put =
        shown
            .path("changes")
            .valueStream()
            .filter(change -> change.path("before").path("name").asString("").equals("putPet"))
            .findFirst()
            .orElseThrow();
    assertThat(put.path("after").path("schema")).isEqualTo(put.path("before").path("schema"));
    JsonNode source = renew(ADMIN, made.id(), renewed, shown.path("expected").asString()).body();
    assertThat(texts(named(source, "putPet").path("personalFields")))
        .isEqualTo(kept == null ? List.of() : List.of(kept));
  }

  @Test
  void theOlderFormIsReadToo() {
    String older =
        """
        {"swagger":"2.0","host":"8.8.4.4","paths":{"/a":{"post":{"parameters":[
          {"name":"q","in":"query","type":"string"},{"name":"b","in":"body","required":true,"schema":{"type":"object"}}]}}}}
        """;
    Client.Answer made = create(ADMIN, null, older);
    assertThat(made.body().path("baseUrl").asString()).isEqualTo("https://8.8.4.4");
    assertThat(named(made.body(), "post_a").path("arguments")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "openapi: 3.1.0",
        "a: [",
        "!!javax.script.ScriptEngineManager []",
        "{\"openapi\":\"3.1.0\",\"paths\":{}}",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"parameters\":[{\"$ref\":\"https://evil.example/p\"}]}}}}",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"parameters\":[{\"$ref\":\"#/paths/~1a/get/parameters/0\"}]}}}}",
        "a: &a [x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c]",
      })
  void whatIsNoDocumentIsToldSo(String document) {
    assertThat(create(ADMIN, "https://8.8.8.8", document).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://8.8.8.8",
        "https://127.0.0.1",
        "https://localhost",
        "https://2130706433",
        "https://[::1]",
        "https://[::ffff:169.254.169.254]",
        "https://169.254.169.254/latest",
        "https://a@8.8.8.8",
        "https://8.8.8.8?x=y",
        "https://8.8.8.8#x",
        "ftp://8.8.8.8",
        "8.8.8.8",
        "https://no-such-host.invalid"
      })
  void anAddressInsideIsNotTaken(String base) {
    Client.Answer refused = create(ADMIN, base, API);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("errors").path(0).path("field").asString()).isEqualTo("baseUrl");
  }

  @Test
  void anMcpServersToolsArePinnedAndWriteUntilBothSayOtherwise() {
    try (FunctionServer inside = Platform.inside();
        McpStandIn there = new McpStandIn(false)) {
      Client admin = at(inside, "actions-admin");
      Client builder = at(inside, "actions-builder");
      there.offers(
          """
          {"name":"list pets","description":"Lists.","inputSchema":{"type":"object","$defs":{"k":{"type":"string","pattern":"(a+)+$"}},
           "properties":{"kin":{"$ref":"#/$defs/k"},"pattern":{"type":"integer"}}},"annotations":{"readOnlyHint":true}}""",
          """
          {"name":"free","inputSchema":{"type":"object"},"annotations":{"destructiveHint":true}}""",
          """
          {"name":"elsewhere","inputSchema":{"type":"object","properties":{"a":{"$ref":"https://evil.example/s"}}}}""",
          """
          {"name":"bomb","inputSchema":{"type":"object","$defs":{%s},"properties":{"a":{"$ref":"#/$defs/d0"}}}}"""
              .formatted(bomb()));
      String address = there.address().toString();
      // nobody is asked before the host is allowed
      Client.Answer early = create(admin, address, null);
      assertThat(early.status()).isEqualTo(400);
      assertThat(there.seen()).isEmpty();
      admin.call(
          "putActionHosts", "PUT", "/v1/action-hosts", "{\"hosts\":[\"" + there.host() + "\"]}");
      assertThat(create(builder, address, null).status()).isEqualTo(403);
      assertThat(there.seen()).isEmpty();
      Client.Answer made = create(admin, address, null);
      assertThat(made.status()).isEqualTo(201);
      assertThat(made.body().path("kind").asString()).isEqualTo("mcp");
      assertThat(made.body().path("actions")).hasSize(2);
      assertThat(there.seen()).anyMatch(line -> line.contains("key=Bearer s3cr3t session=s-1"));

      JsonNode pets = named(made.body(), "list_pets");
      assertThat(pets.path("method").asString()).isEqualTo("MCP");
      assertThat(pets.path("path").asString()).isEqualTo("/mcp#list pets");
      assertThat(pets.path("description").asString()).isEqualTo("Lists.");
      assertThat(pets.path("arguments")).hasSize(2);
      assertThat(pets.path("writing").asBoolean()).isTrue();
      assertThat(pets.path("mayRead").asBoolean()).isTrue();
      String kept =
          Platform.SUPERUSER
              .sql("SELECT definition FROM toolbox.actions WHERE id = CAST(? AS uuid)")
              .param(pets.path("id").asString())
              .query(String.class)
              .single();
      assertThat(kept)
          .doesNotContain("(a+)+")
          .contains("\\\"kin\\\":{\\\"type\\\":\\\"string\\\"}");

      String actions = "/v1/action-sources/" + made.id() + "/actions/";
      String reads = "{\"writing\":false}";
      JsonNode free = named(made.body(), "free");
      assertThat(free.path("mayRead").asBoolean()).isFalse();
      assertThat(
              admin.call("setAction", "PUT", actions + free.path("id").asString(), reads).status())
          .isEqualTo(400);
      JsonNode set =
          admin.call("setAction", "PUT", actions + pets.path("id").asString(), reads).body();
      assertThat(named(set, "list_pets").path("writing").asBoolean()).isFalse();

      String body =
          Client.DRAFT.formatted("동물", ",\"actionIds\":[\"" + pets.path("id").asString() + "\"]");
      Client.Answer tool = builder.call("createTool", "POST", "/v1/tools", body);
      assertThat(tool.body().path("actions").path(0)).isEqualTo(named(set, "list_pets"));

      // read again with a secret put anew, which no answer holds
      String secret = "{\"secret\":{\"header\":\"Authorization\",\"value\":\"Bearer n3w\"}}";
      String secretPath = "/v1/action-sources/" + made.id() + "/secret";
      assertThat(builder.call("putActionSecret", "PUT", secretPath, secret).status())
          .isEqualTo(403);
      Client.Answer rotated = admin.call("putActionSecret", "PUT", secretPath, secret);
      assertThat(rotated.status()).isEqualTo(200);
      assertThat(rotated.body().toString()).doesNotContain("n3w").doesNotContain("s3cr3t");
      String other = "/v1/action-sources/" + UUID.randomUUID() + "/secret";
      assertThat(admin.call("putActionSecret", "PUT", other, secret).status()).isEqualTo(404);
      there.offers(
          """
          {"name":"list pets","description":"Lists all.","inputSchema":{"type":"object"},"annotations":{"readOnlyHint":true}}""");
      JsonNode shown = compare(admin, made.id(), null).body();
      assertThat(there.seen()).anyMatch(line -> line.contains("key=Bearer n3w"));
      assertThat(kinds(shown))
          .containsExactlyInAnyOrder("changed list_pets list_pets", "gone free -");
      // the server says something else again: not what was shown
      there.offers(
          """
          {"name":"list pets","description":"Sends all.","inputSchema":{"type":"object"},"annotations":{"readOnlyHint":true}}""");
      assertThat(renew(admin, made.id(), null, shown.path("expected").asString()).code())
          .isEqualTo("conflict");
      JsonNode now = compare(admin, made.id(), null).body();
      JsonNode source = renew(admin, made.id(), null, now.path("expected").asString()).body();
      assertThat(named(source, "list_pets").path("writing").asBoolean()).isTrue();
      assertThat(builder.get(tool.id()).body().path("actions").path(0))
          .isEqualTo(named(source, "list_pets"));
      assertThat(compare(admin, made.id(), API).status()).isEqualTo(400);
      assertThat(changes(admin, made.id())).startsWith("source.renewed", "secret.put");

      // a document is of no use here, and what sends elsewhere or is silent is told so
      ObjectNode both = JsonMapper.shared().createObjectNode();
      both.put("kind", "mcp").put("name", "x").put("baseUrl", address).put("document", API);
      assertThat(
              admin
                  .call("createActionSource", "POST", "/v1/action-sources", both.toString())
                  .status())
          .isEqualTo(400);
      for (int status : new int[] {302, 401, 500}) {
        there.fails(status);
        Client.Answer refused = create(admin, address, null);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").path(0).path("field").asString())
            .isEqualTo("baseUrl");
      }
    }
  }

  private static Client at(FunctionServer server, String person) {
    return new Client(server, Platform.STACK.tokens().userToken(person));
  }

  /** Twelve lines that unfold to four thousand million. */
  private static String bomb() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      String next = "{\"$ref\":\"#/$defs/d" + (i + 1) + "\"}";
      lines.append("\"d").append(i).append("\":{\"anyOf\":[");
      lines.append(String.join(",", java.util.Collections.nCopies(8, next))).append("]},");
    }
    return lines.append("\"d12\":{}").toString();
  }
}
