package app.madang.functions.auth;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.runtime.Cursor;
import app.madang.testing.ContractValidator;
import app.madang.testing.FunctionServer;
import app.madang.testing.TestStack;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AuthIT {

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

  @Test
  void firstCallMakesThePerson() {
    JsonNode me = ok("getMe", call("employee", "GET", "/v1/me", ""));
    assertThat(me.path("email").asString()).isEqualTo("employee@madang.example");
    assertThat(me.path("name").asString()).isEqualTo("김하늘");
    assertThat(me.path("roles").valueStream().map(JsonNode::asString)).containsExactly("member");

    JsonNode again = ok("getMe", call("employee", "GET", "/v1/me", ""));
    assertThat(again.path("id")).isEqualTo(me.path("id"));

    JsonNode admin = ok("getMe", call("admin", "GET", "/v1/me", ""));
    assertThat(admin.path("id")).isNotEqualTo(me.path("id"));
    assertThat(admin.path("roles").valueStream().map(JsonNode::asString))
        .containsExactly("admin", "member");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "nonsense", "forged", "expired", "audience"})
  void whatProvesNothingIsRefused(String kind) {
    String token =
        switch (kind) {
          case "none" -> "";
          case "nonsense" -> "nonsense";
          case "forged" -> stack.tokens().forgedToken("employee");
          case "expired" -> stack.tokens().expiredToken("employee");
          default -> stack.tokens().serviceToken("employee@madang.example", "other");
        };
    HttpResponse<String> response = auth.call(token, "GET", "/v1/me", "");
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
    JsonNode problem = ContractValidator.check("getMe", response);
    assertThat(problem.path("code").asString()).isEqualTo("unauthenticated");
  }

  @Test
  void administratorsGiveRolesAndOthersDoNot() {
    String builder = ok("getMe", call("builder", "GET", "/v1/me", "")).path("id").asString();
    String path = "/v1/people/" + builder + "/roles";
    HttpResponse<String> refused = call("builder", "PUT", path, "{\"roles\":[\"admin\"]}");
    assertThat(refused.statusCode()).isEqualTo(403);
    ContractValidator.check("setRoles", refused);

    JsonNode person =
        ok("setRoles", call("admin", "PUT", path, "{\"roles\":[\"builder\",\"reviewer\"]}"));
    assertThat(person.path("roles").valueStream().map(JsonNode::asString).toList())
        .isEqualTo(List.of("builder", "member", "reviewer"));
  }

  @Test
  void aKeyIsShownOnceAndActsForItsMaker() {
    JsonNode made =
        ContractValidator.check(
            "createKey", call("builder", "POST", "/v1/me/keys", "{\"name\":\"보고서\"}"));
    String key = made.path("key").asString();
    assertThat(key).matches("mdg_[A-Za-z0-9_-]{43}").endsWith(made.path("hint").asString());
    String listed = call("builder", "GET", "/v1/me/keys", "").body();
    assertThat(listed).contains(made.path("id").asString()).doesNotContain(key);
    assertThat(call("employee", "GET", "/v1/me/keys", "").body())
        .doesNotContain(made.path("id").asString());
    String path = "/v1/me/keys/" + made.path("id").asString();
    assertThat(call("employee", "DELETE", path, "").statusCode()).isEqualTo(404);
    assertThat(call("builder", "DELETE", path, "").statusCode()).isEqualTo(204);
    assertThat(call("builder", "DELETE", path, "").statusCode()).isEqualTo(404);
    for (String body :
        List.of(
            "{}",
            "{\"name\":\"\"}",
            "{\"name\":\"x\",\"days\":366}",
            "{\"name\":\"x\",\"userId\":1}")) {
      assertThat(call("builder", "POST", "/v1/me/keys", body).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void administratorsSuspendOthersAndNobodyElseDoes() {
    String leaver = ok("getMe", call("leaver", "GET", "/v1/me", "")).path("id").asString();
    String path = "/v1/people/" + leaver + "/suspension";
    assertThat(call("builder", "PUT", path, "{\"suspended\":true}").statusCode()).isEqualTo(403);
    JsonNode person = ok("setSuspended", call("admin", "PUT", path, "{\"suspended\":true}"));
    assertThat(person.path("suspended").asBoolean()).isTrue();
    try (FunctionServer other = FunctionServer.start(AuthFunction::new)) {
      HttpResponse<String> refused =
          other.call(stack.tokens().userToken("leaver"), "GET", "/v1/me", "");
      assertThat(ContractValidator.check("getMe", refused).path("code").asString())
          .isEqualTo("suspended");
    }
    ok("setSuspended", call("admin", "PUT", path, "{\"suspended\":false}"));
    String admin = ok("getMe", call("admin", "GET", "/v1/me", "")).path("id").asString();
    HttpResponse<String> oneself =
        call("admin", "PUT", "/v1/people/" + admin + "/suspension", "{\"suspended\":true}");
    assertThat(oneself.statusCode()).isEqualTo(409);
  }

  @Test
  void theLastAdministratorStays() {
    String admin = ok("getMe", call("admin", "GET", "/v1/me", "")).path("id").asString();
    HttpResponse<String> response =
        call("admin", "PUT", "/v1/people/" + admin + "/roles", "{\"roles\":[]}");
    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(ContractValidator.check("setRoles", response).path("code").asString())
        .isEqualTo("last_admin");
  }

  @Test
  void anAdministratorWhoIsSuspendedDoesNotCountAsOne() {
    String admin = ok("getMe", call("admin", "GET", "/v1/me", "")).path("id").asString();
    String second = ok("getMe", call("leaver", "GET", "/v1/me", "")).path("id").asString();
    String path = "/v1/people/" + second;
    ok("setRoles", call("admin", "PUT", path + "/roles", "{\"roles\":[\"admin\"]}"));
    ok("setSuspended", call("admin", "PUT", path + "/suspension", "{\"suspended\":true}"));
    HttpResponse<String> response =
        call("admin", "PUT", "/v1/people/" + admin + "/roles", "{\"roles\":[]}");
    assertThat(ContractValidator.check("setRoles", response).path("code").asString())
        .isEqualTo("last_admin");
    ok("setSuspended", call("admin", "PUT", path + "/suspension", "{\"suspended\":false}"));
    ok("setRoles", call("admin", "PUT", path + "/roles", "{\"roles\":[]}"));
  }

  @Test
  void aPlaceInAListThatNobodyGaveIsTheCallersMistake() {
    String nul = Cursor.encode("a\u0000b");
    assertThat(call("admin", "GET", "/v1/groups?cursor=" + nul, "").statusCode()).isEqualTo(400);
  }

  @Test
  void groupsHoldPeopleAndGroupsButNeverThemselves() {
    String employee = ok("getMe", call("employee", "GET", "/v1/me", "")).path("id").asString();
    String outer = group();
    String inner = group();
    add(outer, "group", inner, 204);
    add(inner, "person", employee, 204);
    HttpResponse<String> circle = add(inner, "group", outer, 409);
    assertThat(ContractValidator.check("addGroupMember", circle).path("code").asString())
        .isEqualTo("group_cycle");

    JsonNode me = ok("getMe", call("employee", "GET", "/v1/me", ""));
    assertThat(me.path("groups").valueStream().map(group -> group.path("id").asString()))
        .contains(outer, inner);

    HttpResponse<String> deleted = call("admin", "DELETE", "/v1/groups/" + inner, "");
    assertThat(deleted.statusCode()).isEqualTo(204);
    ContractValidator.check("deleteGroup", deleted);
    JsonNode after = ok("getMe", call("employee", "GET", "/v1/me", ""));
    assertThat(after.path("groups").valueStream().map(group -> group.path("id").asString()))
        .doesNotContain(outer, inner);
  }

  @Test
  void theMembersOfAGroupComeInPagesGroupsFirst() {
    String outer = group();
    List<String> all = new ArrayList<>();
    for (String person : List.of("employee", "leaver", "admin")) {
      String id = ok("getMe", call(person, "GET", "/v1/me", "")).path("id").asString();
      add(outer, "person", id, 204);
      all.add(id);
    }
    for (int i = 0; i < 2; i++) {
      String inner = group();
      add(outer, "group", inner, 204);
      all.add(inner);
    }
    List<JsonNode> read = new ArrayList<>();
    String cursor = "";
    for (int page = 0; page < 3; page++) {
      String path = "/v1/groups/" + outer + "/members?limit=2" + cursor;
      JsonNode some = ok("listGroupMembers", call("admin", "GET", path, ""));
      some.path("items").forEach(read::add);
      cursor = "&cursor=" + some.path("nextCursor").asString("");
    }
    assertThat(cursor).as("no fourth page").isEqualTo("&cursor=");
    assertThat(read).extracting(member -> member.path("id").asString()).hasSameElementsAs(all);
    assertThat(read)
        .extracting(member -> member.path("kind").asString())
        .containsExactly("group", "group", "person", "person", "person");
    for (String odd : List.of(Cursor.encode("person", "a", "b"), Cursor.encode("a"))) {
      String path = "/v1/groups/" + outer + "/members?cursor=" + odd;
      assertThat(call("admin", "GET", path, "").statusCode()).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{}",
        "{\"name\":5}",
        "{\"name\":\"a\",\"more\":1}",
        "{\"name\":\"\\u0000\"}"
      })
  void oddBodiesAreTheCallersFault(String body) {
    HttpResponse<String> response = call("admin", "POST", "/v1/groups", body);
    assertThat(response.statusCode()).isEqualTo(400);
    ContractValidator.check("createGroup", response);
  }

  private static String group() {
    String body = "{\"name\":\"" + UUID.randomUUID() + "\"}";
    HttpResponse<String> response = call("admin", "POST", "/v1/groups", body);
    assertThat(response.statusCode()).isEqualTo(201);
    return ContractValidator.check("createGroup", response).path("id").asString();
  }

  private static HttpResponse<String> add(String group, String kind, String id, int status) {
    String body = "{\"kind\":\"%s\",\"id\":\"%s\"}".formatted(kind, id);
    HttpResponse<String> response = call("admin", "POST", "/v1/groups/" + group + "/members", body);
    assertThat(response.statusCode()).isEqualTo(status);
    return response;
  }

  private static HttpResponse<String> call(String person, String method, String path, String body) {
    return auth.call(stack.tokens().userToken(person), method, path, body);
  }

  private static JsonNode ok(String operation, HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return ContractValidator.check(operation, response);
  }
}
