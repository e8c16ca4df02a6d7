package app.madang.functions.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.testing.ContractCalls;
import app.madang.testing.ContractCalls.Call;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who may do what: at the API for every operation of the contract, and in the database without it.
 */
class RightsIT {

  private static final String NOBODY = "00000000-0000-7000-8000-000000000000";
  private static final Set<String> OF_REVIEWERS =
      Set.of("approveTool", "returnTool", "listReviews");

  private static final Client OWNER = Platform.having("rights-owner", "member", "builder");
  private static final Client REVIEWER = Platform.having("rights-judge", "member", "reviewer");
  private static final Client STRANGER =
      Platform.having("rights-stranger", "member", "builder", "reviewer");
  private static final Client MEMBER = Platform.as("rights-member");
  private static UUID draft;
  private static UUID live;

  @BeforeAll
  static void tools() {
    OWNER.create("부름");
    REVIEWER.store("");
    STRANGER.store("");
    MEMBER.store("");
    draft = OWNER.create("남의 초안").id();
    live = OWNER.released("남의 도구", REVIEWER);
  }

  static List<Call> operations() {
    List<Call> calls = ContractCalls.of("publishing", "/v1/");
    assertThat(calls).hasSizeGreaterThan(15);
    return calls;
  }

  static List<Call> operationsOnOneTool() {
    return operations().stream()
        .filter(call -> call.path().contains(NOBODY) && !call.path().startsWith("/v1/action-"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void nobodyWithoutATokenGetsAnywhere(Call call) {
    assertThat(Platform.SERVER.call("", call.method(), call.path(), call.body()).statusCode())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @MethodSource("operationsOnOneTool")
  void anothersToolDoesNotExist(Call call) {
    for (UUID tool : new UUID[] {draft, UUID.randomUUID()}) {
      String path = call.path().replaceFirst(NOBODY, tool.toString());
      // who has every role and no grant
      assertThat(STRANGER.call(call.operation(), call.method(), path, body(call)).status())
          .isEqualTo(404);
      assertThat(MEMBER.call(call.operation(), call.method(), path, body(call)).status())
          .isEqualTo(OF_REVIEWERS.contains(call.operation()) ? 403 : 404);
    }
    String path = call.path().replaceFirst(NOBODY, live.toString());
    assertThat(MEMBER.call(call.operation(), call.method(), path, body(call)).status())
        .isEqualTo(OF_REVIEWERS.contains(call.operation()) ? 403 : 404);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void nobodySetsOwnerRoleOrStatusInABody(Call call) {
    if (call.body().isEmpty()) {
      return;
    }
    Map<String, String> extras =
        Map.of(
            "owner", "x", "ownerId", NOBODY, "status", "LIVE", "aclId", "1", "createdBy", NOBODY);
    extras.forEach(
        (field, value) -> {
          ObjectNode body = JsonMapper.shared().readTree(body(call)).asObject();
          body.put(field, value);
          String path = call.path().replaceFirst(NOBODY, draft.toString());
          assertThat(OWNER.call(call.operation(), call.method(), path, body.toString()).status())
              .isEqualTo(400);
        });
  }

  /** A collection of the examples exists nowhere, which is another reason for a 404. */
  private static String body(Call call) {
    if (call.body().isEmpty()) {
      return "";
    }
    ObjectNode body = JsonMapper.shared().readTree(call.body()).asObject();
    body.remove("collectionIds");
    return body.toString();
  }

  @Test
  void eachRoleReachesSoFar() {
    UUID tool = OWNER.released("나눈 도구", REVIEWER);
    String subject = "{\"kind\":\"person\",\"id\":\"" + Platform.id("rights-member") + "\"}";
    OWNER.share(tool, subject, "user");
    assertThat(MEMBER.inStore(tool).status()).isEqualTo(200);
    assertThat(MEMBER.get(tool).status()).isEqualTo(404);
    JsonNode grants = OWNER.share(tool, subject, "editor").body().path("items");
    long version = MEMBER.get(tool).version();
    assertThat(MEMBER.get(tool).body().path("role").asString()).isEqualTo("editor");
    assertThat(MEMBER.update(tool, "고친 도구", version).status()).isEqualTo(200);
    assertThat(MEMBER.share(tool, subject, "owner").status()).isEqualTo(403);
    assertThat(MEMBER.retire(tool).status()).isEqualTo(403);
    assertThat(MEMBER.call("deleteTool", "DELETE", "/v1/tools/" + tool, "").status())
        .isEqualTo(403);
    // a reviewer reads what was submitted and changes nothing of it
    MEMBER.submit(tool);
    assertThat(REVIEWER.update(tool, "x", REVIEWER.get(tool).version()).status()).isEqualTo(403);
    assertThat(REVIEWER.call("listToolGrants", "GET", "/v1/tools/" + tool + "/grants", "").status())
        .isEqualTo(403);

    String given = grants.get(1).path("id").asString();
    String owned = grants.get(0).path("id").asString();
    String path = "/v1/tools/" + tool + "/grants/";
    assertThat(OWNER.call("removeToolGrant", "DELETE", path + owned, "").code())
        .isEqualTo("last_owner");
    assertThat(OWNER.call("removeToolGrant", "DELETE", path + given, "").status()).isEqualTo(204);
    assertThat(OWNER.call("removeToolGrant", "DELETE", path + given, "").status()).isEqualTo(404);
    assertThat(MEMBER.get(tool).status()).isEqualTo(404);
    assertThat(MEMBER.inStore(tool).status()).isEqualTo(404);
  }

  @Test
  void whoHandedItInDoesNotDecide() {
    Client both = Platform.having("rights-both", "member", "builder", "reviewer");
    UUID tool = both.create("내 것").id();
    both.submit(tool);
    assertThat(both.approve(tool).code()).isEqualTo("own_submission");
    assertThat(both.giveBack(tool).code()).isEqualTo("own_submission");
    assertThat(REVIEWER.approve(tool).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":{},\"icon\":\"chat\"}",
        "{\"name\":{\"ko\":\" \"},\"icon\":\"chat\"}",
        "{\"name\":{\"ko\":\"a\",\"fr\":\"a\"},\"icon\":\"chat\"}",
        "{\"name\":{\"ko\":\"a\"},\"icon\":\"CHAT\"}",
        "{\"name\":{\"ko\":\"a\"},\"icon\":\"skull\"}",
        "{\"name\":{\"ko\":\"a\"},\"icon\":\"chat\",\"model\":\"a b\"}",
        "{\"name\":{\"ko\":\"a\"},\"icon\":\"chat\",\"starters\":[{}]}",
        "{\"name\":{\"ko\":\"a\"},\"icon\":\"chat\",\"starters\":[null]}",
        "{\"name\":{\"ko\":\"a\"},\"icon\":\"chat\",\"collectionIds\":[\"x\"]}",
        "{\"name\":{\"ko\":\"a\\u0000b\"},\"icon\":\"chat\"}",
        "{\"name\":{\"ko\":\"a\"},\"icon\":\"chat\",\"inputs\":[{}]}",
        "{\"name\":{\"ko\":\"a\"},\"icon\":\"chat\",\"inputs\":[null]}",
        "{\"name\":{\"ko\":\"a\"},\"icon\":\"chat\",\"inputs\":[{\"name\":\"A\",\"kind\":\"text\",\"label\":{\"ko\":\"a\"}}]}",
        "{\"name\":{\"ko\":\"a\"},\"icon\":\"chat\",\"inputs\":[{\"name\":\"a\",\"kind\":\"choice\",\"label\":{\"ko\":\"a\"}}]}",
        "{\"name\":{\"ko\":\"a\"},\"icon\":\"chat\",\"inputs\":[{\"name\":\"a\",\"kind\":\"colour\",\"label\":{\"ko\":\"a\"}}]}",
        "{\"name\":{\"ko\":\"a\"},\"icon\":\"chat\",\"output\":{\"kind\":\"json\"}}",
        "{\"name\":{\"ko\":\"a\"},\"icon\":\"chat\",\"output\":{\"kind\":\"json\",\"schema\":{\"type\":\"object\",\"$ref\":\"http://169.254.169.254/\"}}}",
        "{\"name\":{\"ko\":\"a\"},\"icon\":\"chat\",\"output\":{\"kind\":\"table\",\"schema\":{\"type\":\"object\"}}}",
        "{\"name\":{\"ko\":\"a\"},\"icon\":\"chat\",\"sampling\":{\"temperature\":2.1}}",
        "{\"name\":{\"ko\":\"a\"},\"icon\":\"chat\",\"category\":\"HR\"}",
      })
  void oddDraftsAreTheCallersFault(String body) {
    assertThat(OWNER.call("createTool", "POST", "/v1/tools", body).status()).isEqualTo(400);
  }

  @Test
  void aDraftIsWholeBeforeItIsReviewedAndReachesNoFurtherThanItsMaker() {
    UUID tool =
        OWNER
            .call(
                "createTool", "POST", "/v1/tools", "{\"name\":{\"en\":\"Bare\"},\"icon\":\"chat\"}")
            .id();
    JsonNode errors = OWNER.submit(tool).body().path("errors");
    assertThat(errors.valueStream().map(e -> e.path("field").asString()))
        .containsExactly("instructions", "description");
    assertThat(MEMBER.create("x").status()).isEqualTo(403);
    UUID hidden = UUID.randomUUID();
    Platform.SUPERUSER
        .sql(
            "WITH acl AS (INSERT INTO identity.acls DEFAULT VALUES RETURNING id)"
                + " INSERT INTO knowledge.collections (id, name, acl_id, created_by)"
                + " SELECT ?, '숨김', id, uuidv7() FROM acl")
        .param(hidden)
        .update();
    String body = Client.DRAFT.formatted("x", ",\"collectionIds\":[\"" + hidden + "\"]");
    Client.Answer refused = OWNER.call("createTool", "POST", "/v1/tools", body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("errors").get(0).path("field").asString())
        .isEqualTo("collectionIds");
    Platform.SUPERUSER
        .sql(
            "INSERT INTO identity.grants (acl_id, subject_kind, role)"
                + " SELECT acl_id, 'everyone', 'reader' FROM knowledge.collections WHERE id = ?")
        .param(hidden)
        .update();
    JsonNode made = OWNER.call("createTool", "POST", "/v1/tools", body).body();
    assertThat(made.path("collectionIds").get(0).asString()).isEqualTo(hidden.toString());
  }

  @Test
  void theDatabaseKeepsTheRightsWithoutTheFunction() {
    UUID submitted = OWNER.create("SQL").id();
    OWNER.submit(submitted);
    try (Sql sql = new Sql("publishing")) {
      assertThat(sql.as("rights-stranger", () -> sql.count("toolbox.tools", draft))).isZero();
      assertThat(sql.as("rights-member", () -> sql.count("toolbox.tools", submitted))).isZero();
      assertThat(sql.as("rights-member", () -> sql.rows("toolbox.releases", live))).isZero();
      assertThat(sql.as("rights-member", () -> sql.rows("toolbox.shelf", live))).isZero();
      assertThat(sql.as("rights-member", () -> sql.rows("toolbox.listings", live))).isZero();
      assertThat(sql.as("rights-owner", () -> sql.rows("toolbox.listings", live))).isPositive();
      assertThat(sql.as(null, () -> sql.count("toolbox.tools", live))).isZero();
      String decided = ", decided_by = identity.current_user_id()";
      for (String step :
          new String[] {
            "status = 'APPROVED'" + decided,
            "status = 'RELEASING'",
            "status = 'LIVE', live = 1, live_at = now()",
            "status = 'DRAFT', releases = 7",
            "status = 'DRAFT', live = 1, live_at = now()",
            "status = 'SUBMITTED', instructions = 'other'",
            "status = 'RETURNED'" + decided,
          }) {
        refused(sql, "rights-owner", step, submitted);
      }
      // decides, and at once approves other words, or a draft
      refused(sql, "rights-judge", "status = 'APPROVED', instructions = 'x'" + decided, submitted);
      assertThat(sql.as("rights-judge", () -> sql.update("status = 'APPROVED'" + decided, draft)))
          .isZero();
      assertThat(
              sql.as(
                  "rights-stranger",
                  () ->
                      sql.jdbc
                          .sql("DELETE FROM toolbox.shelf WHERE tool_id = ?")
                          .param(live)
                          .update()))
          .isZero();
      assertThatThrownBy(
              () ->
                  sql.as(
                      "rights-owner",
                      () ->
                          sql.jdbc
                              .sql(
                                  "UPDATE toolbox.releases SET instructions = 'x' WHERE tool_id = ?")
                              .param(live)
                              .update()))
          .rootCause()
          .hasMessageContaining("permission denied");
    }
    try (Sql chat = new Sql("chat")) {
      assertThat(chat.as("rights-member", () -> chat.rows("toolbox.releases", live))).isZero();
      assertThat(chat.as("rights-owner", () -> chat.rows("toolbox.releases", live))).isOne();
      // who may edit tries what is being made; nobody else's questions reach it
      assertThat(chat.as("rights-owner", () -> chat.count("toolbox.tools", live))).isOne();
      assertThat(chat.as("rights-member", () -> chat.count("toolbox.tools", live))).isZero();
      assertThat(chat.as("rights-stranger", () -> chat.count("toolbox.tools", live))).isZero();
    }
  }

  private static void refused(Sql sql, String person, String step, UUID tool) {
    assertThatThrownBy(() -> sql.as(person, () -> sql.update(step, tool)))
        .as(step)
        .isInstanceOf(RuntimeException.class);
  }

  /** A function's account at the database, for a person. */
  private static final class Sql implements AutoCloseable {
    private final SingleConnectionDataSource source;
    private final JdbcClient jdbc;

    private Sql(String account) {
      source =
          new SingleConnectionDataSource(
              Platform.STACK.jdbcUrl(), account, Platform.STACK.password(), true);
      jdbc = JdbcClient.create(source);
    }

    private <T> T as(String person, Supplier<T> work) {
      jdbc.sql("SELECT set_config('app.user_id', ?, false)")
          .param(person == null ? "" : Platform.id(person).toString())
          .query(String.class)
          .single();
      return work.get();
    }

    private long count(String table, UUID id) {
      return jdbc.sql("SELECT count(*) FROM " + table + " WHERE id = ?")
          .param(id)
          .query(Long.class)
          .single();
    }

    private long rows(String table, UUID tool) {
      return jdbc.sql("SELECT count(*) FROM " + table + " WHERE tool_id = ?")
          .param(tool)
          .query(Long.class)
          .single();
    }

    private int update(String step, UUID tool) {
      return jdbc.sql("UPDATE toolbox.tools SET " + step + " WHERE id = ?").param(tool).update();
    }

    @Override
    public void close() {
      source.destroy();
    }
  }
}
