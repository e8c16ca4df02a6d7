package app.madang.functions.auth;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.ContractValidator;
import app.madang.testing.FunctionServer;
import app.madang.testing.TestStack;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Programs with rights of their own, and what they may not. */
class ServicesIT {

  private static TestStack stack;
  private static FunctionServer auth;

  @BeforeAll
  static void start() {
    stack = TestStack.get();
    stack.environment("auth");
    auth = FunctionServer.start(AuthFunction::new);
  }

  @AfterAll
  static void stop() {
    auth.close();
  }

  private static HttpResponse<String> call(String person, String method, String path, String body) {
    return auth.call(stack.tokens().userToken(person), method, path, body);
  }

  private static JsonNode made(String operation, HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return ContractValidator.check(operation, response);
  }

  private static JsonNode service(String name) {
    return made(
        "createService",
        call("admin", "POST", "/v1/admin/services", "{\"name\":\"" + name + "\"}"));
  }

  private static String text(String sql) throws SQLException {
    try (Connection connection = stack.connect("madang_owner");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void anAdministratorMakesAServiceAndItsKeys() throws SQLException {
    String name = "포털 " + UUID.randomUUID();
    JsonNode service = service(name);
    assertThat(service.path("service").asBoolean()).isTrue();
    assertThat(service.path("roles").toString()).isEqualTo("[\"member\"]");
    assertThat(
            call("admin", "POST", "/v1/admin/services", "{\"name\":\"" + name + "\"}").statusCode())
        .isEqualTo(409);
    String id = service.path("id").asString();
    String keys = "/v1/admin/services/" + id + "/keys";
    JsonNode key =
        made("createServiceKey", call("admin", "POST", keys, "{\"name\":\"운영\",\"days\":7}"));
    assertThat(key.path("key").asString()).matches("mdg_[A-Za-z0-9_-]{43}");
    assertThat(
            text(
                "SELECT user_id FROM identity.api_keys WHERE id = '"
                    + key.path("id").asString()
                    + "'"))
        .isEqualTo(id);
    HttpResponse<String> listed = call("admin", "GET", keys, "");
    ContractValidator.check("listServiceKeys", listed);
    assertThat(listed.body())
        .contains(key.path("id").asString())
        .doesNotContain(key.path("key").asString());
    assertThat(call("admin", "GET", "/v1/me/keys", "").body())
        .doesNotContain(key.path("id").asString());
    HttpResponse<String> services = call("admin", "GET", "/v1/admin/services?limit=100", "");
    ContractValidator.check("listServices", services);
    assertThat(services.body()).contains(name).doesNotContain("@madang.example");

    String path = keys + "/" + key.path("id").asString();
    String others =
        "/v1/admin/services/" + service("다른 " + UUID.randomUUID()).path("id").asString();
    assertThat(
            call("admin", "DELETE", others + "/keys/" + key.path("id").asString(), "").statusCode())
        .isEqualTo(404);
    assertThat(call("admin", "DELETE", path, "").statusCode()).isEqualTo(204);
    assertThat(call("admin", "DELETE", path, "").statusCode()).isEqualTo(404);
  }

  @Test
  void itHasRolesGroupsAndSuspensionAsAPersonHas() {
    String id = service("배치 " + UUID.randomUUID()).path("id").asString();
    String roles = "/v1/people/" + id + "/roles";
    HttpResponse<String> builder = call("admin", "PUT", roles, "{\"roles\":[\"builder\"]}");
    assertThat(ContractValidator.check("setRoles", builder).path("roles").toString())
        .contains("builder");
    assertThat(call("admin", "PUT", roles, "{\"roles\":[\"admin\"]}").statusCode())
        .as("who administers signs in")
        .isEqualTo(409);
    JsonNode group =
        made(
            "createGroup",
            call("admin", "POST", "/v1/groups", "{\"name\":\"" + UUID.randomUUID() + "\"}"));
    String member = "{\"kind\":\"person\",\"id\":\"" + id + "\"}";
    String members = "/v1/groups/" + group.path("id").asString() + "/members";
    assertThat(call("admin", "POST", members, member).statusCode()).isEqualTo(204);
    HttpResponse<String> suspended =
        call("admin", "PUT", "/v1/people/" + id + "/suspension", "{\"suspended\":true}");
    JsonNode person = ContractValidator.check("setSuspended", suspended);
    assertThat(person.path("suspended").asBoolean()).isTrue();
    assertThat(person.path("service").asBoolean()).isTrue();
  }

  @Test
  void nobodyElseDoesAnyOfThat() {
    String id = service("조용한 " + UUID.randomUUID()).path("id").asString();
    String me =
        ContractValidator.check("getMe", call("builder", "GET", "/v1/me", ""))
            .path("id")
            .asString();
    for (String person : List.of("builder", "auditor")) {
      assertThat(call(person, "POST", "/v1/admin/services", "{\"name\":\"x\"}").statusCode())
          .isEqualTo(403);
      String keys = "/v1/admin/services/" + id + "/keys";
      assertThat(call(person, "POST", keys, "{\"name\":\"x\"}").statusCode()).isEqualTo(403);
      assertThat(call(person, "GET", keys, "").statusCode()).isEqualTo(403);
      assertThat(call(person, "DELETE", keys + "/" + id, "").statusCode()).isEqualTo(403);
    }
    assertThat(call("builder", "GET", "/v1/admin/services", "").statusCode()).isEqualTo(403);
    // an administrator makes no keys for people
    HttpResponse<String> forPerson =
        call("admin", "POST", "/v1/admin/services/" + me + "/keys", "{\"name\":\"x\"}");
    assertThat(forPerson.statusCode()).isEqualTo(404);
    ContractValidator.check("createServiceKey", forPerson);
    assertThat(call("admin", "POST", "/v1/admin/services", "{\"name\":\" \"}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void aGroupThatAloneOwnsSomethingStays() throws SQLException {
    JsonNode group =
        made(
            "createGroup",
            call("admin", "POST", "/v1/groups", "{\"name\":\"" + UUID.randomUUID() + "\"}"));
    String id = group.path("id").asString();
    String acl =
        text(
            "WITH acl AS (INSERT INTO identity.acls DEFAULT VALUES RETURNING id),"
                + " owned AS (INSERT INTO identity.grants (acl_id, subject_kind, subject_id, role)"
                + " SELECT id, 'group', '"
                + id
                + "', 'owner' FROM acl) SELECT id FROM acl");
    HttpResponse<String> refused = call("admin", "DELETE", "/v1/groups/" + id, "");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(ContractValidator.check("deleteGroup", refused).path("code").asString())
        .isEqualTo("last_owner");
    text(
        "INSERT INTO identity.grants (acl_id, subject_kind, subject_id, role)"
            + " VALUES ("
            + acl
            + ", 'person', uuidv7(), 'owner') RETURNING id");
    assertThat(call("admin", "DELETE", "/v1/groups/" + id, "").statusCode()).isEqualTo(204);
  }
}
