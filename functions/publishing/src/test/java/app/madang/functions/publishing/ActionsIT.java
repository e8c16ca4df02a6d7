package app.madang.functions.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.StatementCounter;
import java.util.UUID;
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
    body.put("name", "동물").put("document", document);
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
    assertThat(calls(auditor, "").body().path("items")).hasSizeGreaterThanOrEqualTo(2);
    int before = StatementCounter.PREPARED.get();
    JsonNode page = calls(auditor, "?limit=1").body();
    // who calls, and the page
    assertThat(StatementCounter.PREPARED.get() - before).isEqualTo(2);
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
}
