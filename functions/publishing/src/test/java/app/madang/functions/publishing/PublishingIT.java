package app.madang.functions.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a draft to the store and out of it. */
class PublishingIT {

  private static final String EVERYONE = "{\"kind\":\"everyone\"}";

  private final Client builder = Platform.having("maker", "builder");
  private final Client reviewer = Platform.having("judge", "reviewer");
  private final Client employee = Platform.as("worker");

  @Test
  void aToolIsMadeReviewedReleasedSharedAndRetired() {
    Client.Answer made = builder.create("휴가 도우미");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.state()).isEqualTo("DRAFT");
    assertThat(made.body().path("role").asString()).isEqualTo("owner");
    assertThat(made.body().path("starters")).hasSize(2);
    UUID tool = made.id();
    // nobody else sees a draft
    assertThat(reviewer.get(tool).status()).isEqualTo(404);
    assertThat(employee.get(tool).status()).isEqualTo(404);

    Client.Answer changed = builder.update(tool, "연차 도우미", made.version());
    assertThat(changed.version()).isEqualTo(made.version() + 1);
    assertThat(changed.body().path("revision").asInt()).isEqualTo(2);
    assertThat(builder.update(tool, "남의 것", made.version()).code()).isEqualTo("conflict");

    Client.Answer submitted = builder.submit(tool);
    assertThat(submitted.state()).isEqualTo("SUBMITTED");
    assertThat(builder.update(tool, "x", submitted.version()).code()).isEqualTo("tool_state");
    assertThat(waiting()).contains(tool.toString());
    Client.Answer read = reviewer.get(tool);
    assertThat(read.body().path("instructions").asString()).isEqualTo("짧게 답한다.");
    assertThat(read.body().has("role")).isFalse();

    Client.Answer returned = reviewer.giveBack(tool);
    assertThat(returned.state()).isEqualTo("RETURNED");
    assertThat(builder.get(tool).body().path("decision").path("comments").asString())
        .isEqualTo("규정을 밝혀 주세요");
    assertThat(waiting()).doesNotContain(tool.toString());

    assertThat(builder.submit(tool).state()).isEqualTo("SUBMITTED");
    assertThat(builder.get(tool).body().has("decision")).isFalse();
    Client.Answer approved = reviewer.approve(tool);
    assertThat(approved.state()).isEqualTo("APPROVED");
    assertThat(Platform.heard("publishing.tool-approved", tool)).isTrue();
    Platform.release(tool);

    JsonNode live = builder.get(tool).body();
    assertThat(live.path("status").asString()).isEqualTo("LIVE");
    assertThat(live.path("live").path("number").asInt()).isEqualTo(1);
    assertThat(employee.inStore(tool).status()).isEqualTo(404);
    assertThat(builder.share(tool, EVERYONE, "user").status()).isEqualTo(200);
    assertThat(employee.inStore(tool).body().path("name").path("ko").asString())
        .isEqualTo("연차 도우미");
    // who may use it does not see how it is made
    assertThat(employee.get(tool).status()).isEqualTo(404);

    Client.Answer retired = builder.retire(tool);
    assertThat(retired.state()).isEqualTo("RETIRED");
    assertThat(retired.body().has("live")).isFalse();
    assertThat(employee.inStore(tool).status()).isEqualTo(404);
    assertThat(builder.retire(tool).code()).isEqualTo("tool_state");
    assertThat(releases(builder, tool)).hasSize(1);
  }

  @Test
  void aModelThatNobodyCanChooseIsNotHandedInAndOfWhatIsLiveItIsSeen() {
    UUID live = builder.released("모델이 있던 도구", reviewer);
    UUID tool = builder.create("모델이 없는 도구").id();
    String golden = "{\"question\":\"연차는?\",\"facts\":[\"15일\"]}";
    builder.call("addGoldenQuestion", "POST", "/v1/tools/" + tool + "/golden-questions", golden);
    try {
      told("blue", "fast");
      Client.Answer refused = builder.submit(tool);
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.code()).isEqualTo("tool_model_gone");
      assertThat(refused.body().path("errors").get(0).path("message").asString())
          .contains("‘best’");
      String evaluations = "/v1/tools/" + tool + "/evaluations";
      assertThat(builder.call("startEvaluation", "POST", evaluations, "{}").code())
          .isEqualTo("tool_model_gone");
      assertThat(builder.get(tool).state()).isEqualTo("DRAFT");
      assertThat(builder.get(live).body().path("live").path("modelGone").asString())
          .isEqualTo("best");
      String lines = builder.call("listTools", "GET", "/v1/tools?limit=100", "").body().toString();
      assertThat(lines).contains("\"modelGone\":\"best\"");

      // one of two revisions that serve knows it
      told("green", "best");
      assertThat(builder.get(live).body().path("live").has("modelGone")).isFalse();
      assertThat(builder.submit(tool).state()).isEqualTo("EVALUATING");
    } finally {
      Platform.SUPERUSER.sql("DELETE FROM models.choices").update();
    }
  }

  private static void told(String teller, String... ids) {
    Platform.SUPERUSER
        .sql("INSERT INTO models.choices (teller, ids) VALUES (?, ?)")
        .params(teller, ids)
        .update();
  }

  @Test
  void aFormAndAnOutputAreReleasedAsTheyWereMade() {
    String form =
        """
        ,"category":"legal","sampling":{"temperature":0.2,"effort":"high"},
        "inputs":[{"name":"paper","kind":"file","label":{"ko":" 계약서 ","en":"Contract"},"required":true},
          {"name":"side","kind":"choice","label":{"ko":"우리"},"options":[{"ko":"갑"},{"ko":"을"}]}],
        "output":{"kind":"json","schema":{"type":"object","properties":{"zeta":{"type":"string"},"alpha":{"type":"number"}}}}
        """;
    Client.Answer made =
        builder.call("createTool", "POST", "/v1/tools", Client.DRAFT.formatted("약정 읽기", form));
    assertThat(made.status()).isEqualTo(201);
    UUID tool = made.id();
    builder.submit(tool);
    reviewer.approve(tool);
    Platform.release(tool);
    builder.share(tool, EVERYONE, "user");
    JsonNode found = employee.inStore(tool).body();
    assertThat(found.path("category").asString()).isEqualTo("legal");
    assertThat(found.path("inputs").get(0).path("label").path("ko").asString()).isEqualTo("계약서");
    // the order of the fields is the maker's
    assertThat(found.path("output").path("schema").path("properties").propertyNames())
        .containsExactly("zeta", "alpha");
    JsonNode release = releases(builder, tool).get(0);
    assertThat(release.path("sampling").path("effort").asString()).isEqualTo("high");
    assertThat(release.path("inputs")).hasSize(2);
    // what is said no more is taken away
    JsonNode changed = builder.update(tool, "약정 읽기", builder.get(tool).version()).body();
    assertThat(changed.path("inputs")).isEmpty();
    assertThat(changed.path("category").asString()).isEqualTo("other");
    assertThat(changed.path("revision").asInt()).isEqualTo(2);
  }

  @Test
  void whatIsLiveStaysUntilTheNextRelease() {
    UUID tool = builder.released("출장 도우미", reviewer);
    Client.Answer changed = builder.update(tool, "출장비 도우미", builder.get(tool).version());
    assertThat(changed.state()).isEqualTo("DRAFT");
    assertThat(changed.body().path("live").path("number").asInt()).isEqualTo(1);
    assertThat(builder.inStore(tool).body().path("name").path("ko").asString()).isEqualTo("출장 도우미");
    assertThat(names("&query=출장비")).isEmpty();
    builder.submit(tool);
    reviewer.approve(tool);
    Platform.release(tool);
    assertThat(builder.inStore(tool).body().path("release").asInt()).isEqualTo(2);
    assertThat(names("&query=출장비")).containsExactly("출장비 도우미");
    JsonNode releases = releases(reviewer, tool);
    assertThat(releases).hasSize(2);
    assertThat(releases.get(0).path("live").asBoolean()).isTrue();
    assertThat(releases.get(1).path("live").asBoolean()).isFalse();
    assertThat(releases.get(1).path("name").path("ko").asString()).isEqualTo("출장 도우미");
    // what people have used is retired, not deleted
    assertThat(builder.call("deleteTool", "DELETE", "/v1/tools/" + tool, "").code())
        .isEqualTo("tool_state");
  }

  @Test
  void theStoreIsSearchedInKoreanAndEnglish() {
    UUID tool = builder.released("계약 검토", reviewer);
    assertThat(names("&query=계약")).containsExactly("계약 검토");
    assertThat(names("&query=검토%20계약")).containsExactly("계약 검토");
    assertThat(names("&query=Leav")).contains("계약 검토");
    assertThat(names("&query=없는말")).isEmpty();
    assertThat(names("&query=%20")).contains("계약 검토");
    assertThat(names("&query=%2B%2B")).isEmpty();
    // the words are hidden from who may not use it
    assertThat(employee.store("&query=계약").body().path("items")).isEmpty();
    builder.retire(tool);
    assertThat(names("&query=계약")).isEmpty();
  }

  @Test
  void pagesFollowEachOther() {
    for (int i = 0; i < 5; i++) {
      UUID tool = builder.released("쪽 " + i, reviewer);
      builder.share(tool, EVERYONE, "user");
    }
    assertThat(walk(employee, "listStoreTools", "/v1/store/tools?limit=2&query=쪽")).isEqualTo(5);
    int made =
        builder.call("listTools", "GET", "/v1/tools?limit=100", "").body().path("items").size();
    assertThat(walk(builder, "listTools", "/v1/tools?limit=2")).isEqualTo(made);
    UUID first = builder.create("먼저").id();
    builder.submit(first);
    UUID second = builder.create("나중").id();
    builder.submit(second);
    List<String> order = waiting();
    assertThat(order.indexOf(first.toString())).isLessThan(order.indexOf(second.toString()));
    assertThat(walk(reviewer, "listReviews", "/v1/reviews?limit=1")).isEqualTo(order.size());
    for (String path : new String[] {"/v1/tools", "/v1/store/tools"}) {
      String operation = path.equals("/v1/tools") ? "listTools" : "listStoreTools";
      assertThat(builder.call(operation, "GET", path + "?cursor=eA", "").status()).isEqualTo(400);
    }
    builder.call("withdrawTool", "DELETE", "/v1/tools/" + first + "/submission", "");
    builder.call("withdrawTool", "DELETE", "/v1/tools/" + second + "/submission", "");
  }

  @Test
  void aDraftIsWithdrawnAndDeleted() {
    UUID tool = builder.create("지울 것").id();
    long acl =
        Platform.SUPERUSER
            .sql("SELECT acl_id FROM toolbox.tools WHERE id = ?")
            .param(tool)
            .query(Long.class)
            .single();
    builder.submit(tool);
    String submission = "/v1/tools/" + tool + "/submission";
    assertThat(builder.call("withdrawTool", "DELETE", submission, "").state()).isEqualTo("DRAFT");
    assertThat(builder.call("withdrawTool", "DELETE", submission, "").code())
        .isEqualTo("tool_state");
    assertThat(builder.retire(tool).code()).isEqualTo("tool_state");
    assertThat(builder.call("deleteTool", "DELETE", "/v1/tools/" + tool, "").status())
        .isEqualTo(204);
    assertThat(builder.get(tool).status()).isEqualTo(404);
    assertThat(
            Platform.SUPERUSER
                .sql("SELECT count(*) FROM identity.acls WHERE id = ?")
                .param(acl)
                .query(Long.class)
                .single())
        .isZero();
  }

  private List<String> names(String query) {
    return builder
        .store(query)
        .body()
        .path("items")
        .valueStream()
        .map(item -> item.path("name").path("ko").asString())
        .toList();
  }

  private List<String> waiting() {
    return reviewer
        .call("listReviews", "GET", "/v1/reviews?limit=100", "")
        .body()
        .path("items")
        .valueStream()
        .map(item -> item.path("id").asString())
        .toList();
  }

  private static JsonNode releases(Client client, UUID tool) {
    return client
        .call("listToolReleases", "GET", "/v1/tools/" + tool + "/releases", "")
        .body()
        .path("items");
  }

  private static long walk(Client client, String operation, String path) {
    java.util.Set<String> seen = new java.util.HashSet<>();
    long count = 0;
    String cursor = "";
    do {
      JsonNode page = client.call(operation, "GET", path + cursor, "").body();
      for (JsonNode item : page.path("items")) {
        seen.add(item.path("id").asString());
        count++;
      }
      cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asString() : "";
    } while (!cursor.isEmpty());
    assertThat(seen).hasSize((int) count);
    return count;
  }
}
