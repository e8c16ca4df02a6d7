package app.madang.functions.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.FunctionServer;
import app.madang.testing.StatementCounter;
import app.madang.testing.vendors.McpStandIn;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
