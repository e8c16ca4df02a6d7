package app.madang.functions.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;

/** What people find, mark, rate and ask for in the store, and what its makers learn of it. */
class StoreIT {

  private static final String EVERYONE = "{\"kind\":\"everyone\"}";
  private static final String SWEEP = "{\"at\":\"2026-01-01T00:00:00Z\"}";

  private static final Client OWNER = Platform.having("store-owner", "member", "builder");
  private static final Client JUDGE = Platform.having("store-judge", "member", "reviewer");
  private static final Client ADMIN = Platform.having("store-admin", "member", "admin");
  private static final Client USER = Platform.having("store-user", "member");
  private static final Client EDITOR = Platform.having("topic-editor", "member", "builder");
  private static final Client STRANGER = Platform.having("store-stranger", "member", "builder");

  @Test
  void theStoreIsListedByWhatIsFeaturedUsedAndMarked() {
    UUID first = everybodys("진열 하나");
    UUID second = everybodys("진열 둘");
    UUID hidden = OWNER.released("진열 숨김", JUDGE);
    for (UUID tool : List.of(first, second, hidden)) {
      run(tool, "store-owner", "COMPLETE", 2, 1, null);
    }
    run(second, "store-user", "COMPLETE", 2, 1, null);
    Platform.SUPERUSER.sql("UPDATE toolbox.counted SET at = '-infinity'").update();
    Platform.push("publishing.sweep-due", SWEEP);
    assertThat(names(USER, "&order=used&query=진열")).containsExactly("진열 둘", "진열 하나");
    JsonNode most = USER.store("&order=used&query=진열").body().path("items").get(0);
    assertThat(most.path("people").asInt()).isEqualTo(2);
    // a page of it, and the next
    JsonNode page =
        USER.call("listStoreTools", "GET", "/v1/store/tools?order=used&query=진열&limit=1", "")
            .body();
    assertThat(names(USER, "&order=used&query=진열&cursor=" + page.path("nextCursor").asString()))
        .containsExactly("진열 하나");
    // an order's place is no place of another
    assertThat(
            USER.call(
                    "listStoreTools",
                    "GET",
                    "/v1/store/tools?cursor=" + page.path("nextCursor").asString(),
                    "")
                .status())
        .isEqualTo(400);
    Platform.SUPERUSER
        .sql("UPDATE toolbox.listings SET category = 'hr' WHERE tool_id IN (?, ?)")
        .params(second, hidden)
        .update();
    assertThat(names(USER, "&category=hr")).containsExactly("진열 둘");
    assertThat(names(USER, "&category=hr&order=used&query=하나")).isEmpty();
    // counted anew at most every ten minutes
    run(first, "store-admin", "COMPLETE", 2, 1, null);
    run(first, "store-user", "COMPLETE", 2, 1, null);
    Platform.push("publishing.sweep-due", SWEEP);
    assertThat(USER.inStore(first).body().path("people").asInt()).isEqualTo(1);

    assertThat(on(USER, "featureTool", "PUT", first, "/feature", "").status()).isEqualTo(403);
    // also who may feature does not learn of what they may not open
    assertThat(on(ADMIN, "featureTool", "PUT", hidden, "/feature", "").status()).isEqualTo(404);
    assertThat(on(ADMIN, "featureTool", "PUT", first, "/feature", "").status()).isEqualTo(204);
    assertThat(on(ADMIN, "featureTool", "PUT", first, "/feature", "").status()).isEqualTo(204);
    assertThat(names(USER, "&order=featured&query=진열")).containsExactly("진열 하나");
    assertThat(on(ADMIN, "unfeatureTool", "DELETE", first, "/feature", "").status()).isEqualTo(204);
    assertThat(names(USER, "&order=featured&query=진열")).isEmpty();
    assertThat(changes(first)).containsExactly("featured", "unfeatured");

    assertThat(on(USER, "putToolFavourite", "PUT", hidden, "/favourite", "").status())
        .isEqualTo(404);
    for (UUID tool : List.of(first, second, first)) {
      assertThat(on(USER, "putToolFavourite", "PUT", tool, "/favourite", "").status())
          .isEqualTo(204);
    }
    assertThat(names(USER, "&order=favourites")).containsExactly("진열 둘", "진열 하나");
    assertThat(names(STRANGER, "&order=favourites")).isEmpty();
    assertThat(USER.inStore(first).body().path("favourite").asBoolean()).isTrue();
    on(USER, "removeToolFavourite", "DELETE", second, "/favourite", "");
    // what one may no longer open is gone from the own marks as well
    unshare(first);
    assertThat(names(USER, "&order=favourites")).isEmpty();
  }

  @Test
  void whoUsedAToolRatesItAndWhoAnswersForItMayHideWords() {
    UUID tool = everybodys("평가 도구");
    String rating = "{\"stars\":2,\"review\":\" 느려요 \"}";
    assertThat(on(USER, "putToolRating", "PUT", tool, "/rating", rating).status()).isEqualTo(403);
    run(tool, "store-user", "COMPLETE", 2, 1, null);
    assertThat(on(USER, "putToolRating", "PUT", tool, "/rating", "{\"stars\":6}").status())
        .isEqualTo(400);
    assertThat(on(USER, "putToolRating", "PUT", tool, "/rating", rating).status()).isEqualTo(204);
    JsonNode mine = USER.inStore(tool).body();
    assertThat(mine.path("mine").path("review").asString()).isEqualTo("느려요");
    assertThat(mine.path("used").asBoolean()).isTrue();
    assertThat(mine.path("rating").path("count").asInt()).isEqualTo(1);
    // one person's stars would be theirs by name
    assertThat(mine.path("rating").has("average")).isFalse();
    for (String person : List.of("store-owner", "store-admin")) {
      run(tool, person, "COMPLETE", 2, 1, null);
      on(Platform.as(person), "putToolRating", "PUT", tool, "/rating", "{\"stars\":5}");
    }
    on(USER, "putToolRating", "PUT", tool, "/rating", "{\"stars\":3,\"review\":\"조금 느려요\"}");
    assertThat(STRANGER.inStore(tool).body().path("rating").path("average").asDouble())
        .isEqualTo(4.3);

    JsonNode said = reviews(STRANGER, tool);
    assertThat(said).hasSize(1);
    assertThat(said.get(0).path("by").path("name").asString()).isEqualTo("store-user");
    String review = said.get(0).path("id").asString();
    String hiding = "/reviews/" + review + "/hiding";
    String why = "{\"reason\":\"이름이 들어 있어요\"}";
    assertThat(on(STRANGER, "hideToolReview", "PUT", tool, hiding, why).status()).isEqualTo(403);
    assertThat(on(OWNER, "hideToolReview", "PUT", tool, hiding, why).status()).isEqualTo(204);
    assertThat(on(OWNER, "hideToolReview", "PUT", tool, hiding, why).status()).isEqualTo(204);
    assertThat(reviews(STRANGER, tool)).isEmpty();
    assertThat(reviews(USER, tool)).isEmpty();
    assertThat(reviews(ADMIN, tool).get(0).path("hidden").path("reason").asString())
        .isEqualTo("이름이 들어 있어요");
    assertThat(USER.inStore(tool).body().path("mine").path("hidden").asString())
        .isEqualTo("이름이 들어 있어요");
    // its stars count on, and it does not come back as new
    assertThat(STRANGER.inStore(tool).body().path("rating").path("count").asInt()).isEqualTo(3);
    assertThat(on(USER, "removeToolRating", "DELETE", tool, "/rating", "").status()).isEqualTo(403);
    on(USER, "putToolRating", "PUT", tool, "/rating", "{\"stars\":1,\"review\":\"또\"}");
    assertThat(reviews(STRANGER, tool)).isEmpty();

    try (Sql sql = new Sql()) {
      // of others there are no stars and no hidden words to read, nor to change
      assertThat(sql.count("store-stranger", "toolbox.ratings", tool)).isZero();
      assertThat(sql.count("store-user", "toolbox.ratings", tool)).isEqualTo(1);
      assertThat(sql.count("store-stranger", "toolbox.used", tool)).isZero();
      assertThat(sql.change("store-stranger", "UPDATE toolbox.ratings SET stars = 1", tool))
          .isZero();
      // who moderates does not write, who writes does not show
      assertThatThrownBy(
          () -> sql.change("store-owner", "UPDATE toolbox.ratings SET review = 'x'", tool));
      assertThatThrownBy(
          () ->
              sql.change(
                  "store-user",
                  "UPDATE toolbox.ratings SET hidden_at = NULL, hidden_by = NULL, hidden_why = NULL",
                  tool));
      assertThatThrownBy(
          () -> sql.change("store-user", "UPDATE toolbox.listings SET stars = 99", tool));
      assertThatThrownBy(() -> sql.change("store-user", "DELETE FROM toolbox.store_changes", tool));
    }
    assertThat(on(OWNER, "showToolReview", "DELETE", tool, hiding, "").status()).isEqualTo(204);
    assertThat(reviews(STRANGER, tool)).hasSize(1);
    assertThat(on(USER, "removeToolRating", "DELETE", tool, "/rating", "").status()).isEqualTo(204);
    assertThat(on(USER, "removeToolRating", "DELETE", tool, "/rating", "").status()).isEqualTo(204);
    assertThat(STRANGER.inStore(tool).body().path("rating").path("count").asInt()).isEqualTo(2);
    assertThat(changes(tool)).containsExactly("review.hidden", "review.shown");
  }

  @Test
  void whoMayNotUseAToolAsksForItWhereItsOwnerLetsItBeFound() {
    UUID tool = OWNER.released("요청 도구", JUDGE);
    String reason = "{\"reason\":\"교육을 맡았어요\"}";
    assertThat(find(USER, tool).status()).isEqualTo(404);
    assertThat(ask(USER, tool, reason).status()).isEqualTo(404);
    assertThat(findable(USER, tool, true).status()).isEqualTo(404);
    assertThat(findable(OWNER, tool, true).status()).isEqualTo(200);
    assertThat(findable(OWNER, tool, true).body().path("findable").asBoolean()).isTrue();
    // that it is there, who answers for it, and no more
    JsonNode found = find(USER, tool).body();
    assertThat(found.path("owner").path("name").asString()).isEqualTo("store-owner");
    assertThat(USER.inStore(tool).status()).isEqualTo(404);
    assertThat(USER.store("&query=요청").body().path("items")).isEmpty();

    assertThat(ask(USER, tool, "{\"reason\":\" \"}").status()).isEqualTo(400);
    assertThat(ask(USER, tool, reason).body().path("request").path("state").asString())
        .isEqualTo("pending");
    assertThat(
            ask(USER, tool, "{\"reason\":\"다시\"}").body().path("request").path("reason").asString())
        .isEqualTo("교육을 맡았어요");
    assertThat(waiting(STRANGER)).isEmpty();
    assertThat(waiting(USER)).isEmpty();
    JsonNode asked = waiting(OWNER);
    assertThat(asked).hasSize(1);
    assertThat(asked.get(0).path("by").path("name").asString()).isEqualTo("store-user");
    String first = asked.get(0).path("id").asString();
    try (Sql sql = new Sql()) {
      assertThat(sql.count("store-stranger", "toolbox.requests", tool)).isZero();
      assertThat(
              sql.change(
                  "store-user",
                  "UPDATE toolbox.requests SET state = 'GRANTED', decided_at = now(), decided_by = identity.current_user_id()",
                  tool))
          .isZero();
    }
    String no = "{\"answer\":\"인사팀만 써요\"}";
    assertThat(decide(USER, first, "grant", "").status()).isEqualTo(404);
    assertThat(decide(STRANGER, first, "decline", no).status()).isEqualTo(404);
    assertThat(decide(OWNER, first, "decline", no).status()).isEqualTo(204);
    assertThat(decide(OWNER, first, "decline", no).status()).isEqualTo(204);
    assertThat(decide(OWNER, first, "grant", "").code()).isEqualTo("conflict");
    JsonNode declined = find(USER, tool).body().path("request");
    assertThat(declined.path("state").asString()).isEqualTo("declined");
    assertThat(declined.path("answer").asString()).isEqualTo("인사팀만 써요");

    ask(USER, tool, "{\"reason\":\"인사팀으로 옮겼어요\"}");
    String second = waiting(OWNER).get(0).path("id").asString();
    assertThat(decide(OWNER, second, "grant", "").status()).isEqualTo(204);
    assertThat(decide(OWNER, second, "grant", "").status()).isEqualTo(204);
    assertThat(USER.inStore(tool).status()).isEqualTo(200);
    // to use it, and no more
    assertThat(USER.get(tool).status()).isEqualTo(404);
    assertThat(ask(USER, tool, reason).code()).isEqualTo("conflict");
    assertThat(waiting(OWNER)).isEmpty();
    assertThat(findable(OWNER, tool, false).status()).isEqualTo(200);
    assertThat(find(STRANGER, tool).status()).isEqualTo(404);
    assertThat(changes(tool))
        .containsExactly("findable", "request.declined", "request.granted", "unfindable");
  }

  @Test
  void whatAToolReadsIsNamedAsFarAsItsReaderMayReadIt() {
    UUID open = collection(true);
    UUID closed = collection(false);
    grantOwner(closed);
    UUID tool =
        OWNER
            .call(
                "createTool",
                "POST",
                "/v1/tools",
                Client.DRAFT.formatted(
                    "읽는 도구", ",\"collectionIds\":[\"" + open + "\",\"" + closed + "\"]"))
            .id();
    OWNER.submit(tool);
    JUDGE.approve(tool);
    Platform.release(tool);
    OWNER.share(tool, EVERYONE, "user");
    JsonNode seen = USER.inStore(tool).body();
    assertThat(seen.path("collectionIds")).hasSize(1);
    assertThat(seen.path("collectionIds").get(0).asString()).isEqualTo(open.toString());
    assertThat(seen.path("readsMore").asBoolean()).isTrue();
    assertThat(seen.toString()).doesNotContain(closed.toString());
    assertThat(OWNER.inStore(tool).body().path("readsMore").asBoolean()).isFalse();
  }

  @Test
  void itsMakersSeeHowAToolDoesAndNobodyElse() {
    UUID tool = everybodys("분석 도구");
    run(tool, "store-user", "COMPLETE", 3, 2, 1);
    run(tool, "store-user", "COMPLETE", 3, 0, -1);
    run(tool, "store-admin", "COMPLETE", 0, 0, null);
    run(tool, "store-admin", "FAILED", null, null, null);
    Platform.SUPERUSER
        .sql(
            "UPDATE toolbox.runs SET started_at = now() - interval '40 days' WHERE tool_id = ? AND outcome = 'FAILED'")
        .param(tool)
        .update();
    assertThat(figures(USER, tool, "month").status()).isEqualTo(404);
    JsonNode month = figures(OWNER, tool, "month").body();
    assertThat(month.path("currency").asString()).isEqualTo("KRW");
    JsonNode totals = month.path("totals");
    assertThat(totals.path("runs").asInt()).isEqualTo(3);
    assertThat(totals.path("people").asInt()).isEqualTo(2);
    assertThat(totals.path("cost").asDouble()).isEqualTo(1.5);
    assertThat(totals.path("helped").asInt()).isEqualTo(1);
    assertThat(totals.path("didNot").asInt()).isEqualTo(1);
    assertThat(totals.path("failed").asInt()).isZero();
    assertThat(totals.path("notFound").asInt()).isEqualTo(1);
    assertThat(totals.path("notCited").asInt()).isEqualTo(1);
    assertThat(month.path("days")).hasSize(1);
    JsonNode quarter = figures(OWNER, tool, "quarter").body();
    assertThat(quarter.path("totals").path("failed").asInt()).isEqualTo(1);
    assertThat(quarter.path("days")).hasSize(2);
    assertThat(quarter.path("releases").get(0).path("runs").asInt()).isEqualTo(4);
    assertThat(quarter.toString()).doesNotContain(Platform.id("store-user").toString());
    String file = "/v1/tools/" + tool + "/analytics.csv?range=quarter&by=";
    HttpResponse<String> days = Platform.SERVER.call(OWNER.token(), "GET", file + "day", "");
    assertThat(days.statusCode()).isEqualTo(200);
    assertThat(days.body()).startsWith("\ufeff날짜,답변,사람").contains(",3,2,0,1,1,1,1,1.5");
    assertThat(Platform.SERVER.call(OWNER.token(), "GET", file + "release", "").body())
        .contains("\r\n1,4,2,1,1,1,1,1,2.0");
    assertThat(Platform.SERVER.call(USER.token(), "GET", file + "day", "").statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatIsAskedIsToldToOwnersFromFivePeopleOn() {
    UUID tool = everybodys("물어보는 도구");
    Platform.SUPERUSER
        .sql(
            """
            WITH line AS (INSERT INTO toolbox.topics (tool_id, ko) VALUES (:tool, '=출장비는?') RETURNING id)
            INSERT INTO toolbox.release_topics (tool_id, number, topic_id) SELECT :tool, 1, id FROM line
            """)
        .param("tool", tool)
        .update();
    // its starter is a topic by being released
    int leave = topic(tool, "연차는 며칠인가요?");
    int travel = topic(tool, "=출장비는?");
    asked(tool, leave, 4, 1);
    asked(tool, travel, 5, 1);
    asked(tool, 2_000_000_000, 2, 1);
    // one person's many questions are one person's
    asked(tool, -3, 1, 6);
    assertThat(topics(USER, tool).status()).isEqualTo(404);
    assertThat(topics(EDITOR, tool).status()).isEqualTo(404);
    OWNER.share(
        tool, "{\"kind\":\"person\",\"id\":\"" + Platform.id("topic-editor") + "\"}", "editor");
    assertThat(topics(EDITOR, tool).status()).isEqualTo(403);
    assertThat(EDITOR.inStore(tool).body().path("edits").asBoolean()).isTrue();
    assertThat(USER.inStore(tool).body().path("edits").asBoolean(true)).isFalse();
    assertThat(topics(OWNER, tool).body().path("months").valueStream())
        .as("not before the month is over")
        .isEmpty();
    Platform.SUPERUSER
        .sql(
            "UPDATE toolbox.runs SET started_at = date_trunc('month', now()) - interval '10 days' WHERE tool_id = ?")
        .param(tool)
        .update();
    JsonNode month = topics(OWNER, tool).body().path("months").get(0);
    assertThat(month.path("topics")).hasSize(1);
    JsonNode only = month.path("topics").get(0);
    assertThat(only.at("/text/ko").asString()).isEqualTo("=출장비는?");
    assertThat(only.path("source").asString()).isEqualTo("maker");
    assertThat(only.path("counts").toString())
        .isEqualTo("{\"people\":5,\"questions\":5,\"unanswered\":0}");
    assertThat(only.path("releases")).hasSize(1);
    assertThat(month.at("/counts/people").asInt()).as("twelve").isEqualTo(10);
    assertThat(month.at("/others/questions").asInt()).as("4 + 2 + 6").isEqualTo(10);
    HttpResponse<String> file =
        Platform.SERVER.call(OWNER.token(), "GET", "/v1/tools/" + tool + "/topics.csv", "");
    assertThat(file.body())
        .startsWith("\ufeff달,질문,릴리스,사람")
        .contains(",'=출장비는?,,5,5,0\r\n")
        .contains(",그 밖의 질문,,5,10,0\r\n")
        .doesNotContain("연차");
    assertThat(
            Platform.SERVER
                .call(EDITOR.token(), "GET", "/v1/tools/" + tool + "/topics.csv", "")
                .statusCode())
        .isEqualTo(403);

    // a fifth person, and a second release that one of five people asked
    asked(tool, leave, 1, 1);
    Platform.SUPERUSER
        .sql(
            """
            WITH release AS (
              INSERT INTO toolbox.releases (tool_id, number, acl_id, name_ko, icon, instructions, collection_ids, starters_ko, starters_en,
                submitted_by, approved_by)
              SELECT tool_id, 2, acl_id, name_ko, icon, instructions, collection_ids, '{연차는 며칠인가요?}', '{NULL}', submitted_by, approved_by
                FROM toolbox.releases WHERE tool_id = :tool AND number = 1 RETURNING 1)
            UPDATE toolbox.runs SET started_at = date_trunc('month', now()) - interval '10 days' WHERE tool_id = :tool
            """)
        .param("tool", tool)
        .update();
    assertThat(topic(tool, "연차는 며칠인가요?")).as("the same line, the same topic").isEqualTo(leave);
    Platform.SUPERUSER
        .sql(
            "UPDATE toolbox.runs SET number = 2 WHERE answer_id ="
                + " (SELECT answer_id FROM toolbox.runs WHERE tool_id = ? AND topic = ? ORDER BY answer_id LIMIT 1)")
        .params(tool, leave)
        .update();
    JsonNode more = topics(OWNER, tool).body().path("months").get(0).path("topics");
    assertThat(more).hasSize(2);
    assertThat(
            more.valueStream()
                .map(each -> each.at("/text/ko").asString() + each.path("releases").size()))
        .as("of which release would tell of one person")
        .containsExactlyInAnyOrder("=출장비는?1", "연차는 며칠인가요?0");
    assertThat(more.toString()).doesNotContain("before");

    // the month before, and what there was before that
    asked(tool, travel, 7, 1);
    Platform.SUPERUSER
        .sql(
            "UPDATE toolbox.runs SET started_at = date_trunc('month', now()) - interval '40 days' WHERE tool_id = ? AND started_at > date_trunc('month', now())")
        .param(tool)
        .update();
    JsonNode both = topics(OWNER, tool).body().path("months");
    assertThat(both).hasSize(2);
    assertThat(
            both.get(0)
                .path("topics")
                .valueStream()
                .map(each -> each.path("peopleBefore").asInt(0)))
        .containsExactlyInAnyOrder(5, 0);
    assertThat(both.get(1).has("others")).isFalse();

    // a line that its makers take away is nowhere any more, and what was asked of it is other
    // questions
    golden(tool, "연차는 며칠인가요?");
    golden(tool, "=출장비는?");
    assertThat(topic(tool, "연차는 며칠인가요?")).as("a starter, too").isEqualTo(leave);
    JsonNode after = topics(OWNER, tool).body().path("months");
    assertThat(after.get(0).path("topics")).hasSize(1);
    assertThat(after.get(0).path("others").toString())
        .as("2 + 1 + 5 people, 2 + 6 + 5 questions")
        .isEqualTo("{\"people\":5,\"questions\":10,\"unanswered\":0}");
    assertThat(after.get(1).path("topics")).isEmpty();
    assertThat(after.get(1).at("/others/people").asInt()).as("seven").isEqualTo(5);
    assertThat(after.toString()).contains("연차").doesNotContain("출장비");
    assertThat(
            Platform.SERVER
                .call(OWNER.token(), "GET", "/v1/tools/" + tool + "/topics.csv", "")
                .body())
        .doesNotContain("출장비");
  }

  @Test
  void noRoleReadsWhatARunWasAbout() {
    try (Sql sql = new Sql()) {
      for (String table : List.of("topics", "release_topics")) {
        assertThatThrownBy(() -> sql.count("store-owner", "toolbox." + table, UUID.randomUUID()))
            .hasStackTraceContaining("permission denied");
      }
      assertThatThrownBy(
              () ->
                  sql.as("store-owner")
                      .jdbc
                      .sql("SELECT topic FROM toolbox.runs")
                      .query(Integer.class)
                      .list())
          .hasStackTraceContaining("permission denied");
      UUID tool = everybodys("아무도 못 읽는 도구");
      asked(tool, -1, 6, 1);
      Platform.SUPERUSER
          .sql(
              "UPDATE toolbox.runs SET started_at = date_trunc('month', now()) - interval '10 days' WHERE tool_id = ?")
          .param(tool)
          .update();
      assertThat(told(sql, "store-user", tool)).isZero();
      assertThat(told(sql, "store-admin", tool)).isZero();
      assertThat(told(sql, "store-owner", tool)).isPositive();
    }
  }

  private static long told(Sql sql, String person, UUID tool) {
    return sql.as(person)
        .jdbc
        .sql("SELECT count(*) FROM toolbox.asked(?)")
        .param(tool)
        .query(Long.class)
        .single();
  }

  /** Comes and goes, as an editor's does. */
  private static void golden(UUID tool, String question) {
    String path = "/v1/tools/" + tool + "/golden-questions";
    String body = "{\"question\":\"" + question + "\",\"facts\":[\"15일\"]}";
    UUID id = OWNER.call("addGoldenQuestion", "POST", path, body).id();
    assertThat(OWNER.call("deleteGoldenQuestion", "DELETE", path + "/" + id, "").status())
        .isEqualTo(204);
  }

  private static int topic(UUID tool, String line) {
    return Platform.SUPERUSER
        .sql("SELECT id FROM toolbox.topics WHERE tool_id = ? AND ko = ?")
        .params(tool, line)
        .query(Integer.class)
        .single();
  }

  /** So many people more, each so often, as chat leaves it. */
  private static void asked(UUID tool, int topic, int people, int each) {
    Platform.SUPERUSER
        .sql(
            """
            INSERT INTO toolbox.runs (answer_id, tool_id, number, acl_id, person_id, ended_at, outcome, passages, cited, topic)
            SELECT uuidv7(), s.tool_id, s.number, s.acl_id, p.id, now(), 'COMPLETE', 1, 1, :topic
              FROM toolbox.shelf s, (SELECT uuidv7() AS id FROM generate_series(1, :people)) p, generate_series(1, :each)
             WHERE s.tool_id = :tool
            """)
        .param("topic", topic)
        .param("people", people)
        .param("each", each)
        .param("tool", tool)
        .update();
  }

  private static Client.Answer topics(Client client, UUID tool) {
    return client.call("getToolTopics", "GET", "/v1/tools/" + tool + "/topics", "");
  }

  private static UUID everybodys(String name) {
    UUID tool = OWNER.released(name, JUDGE);
    OWNER.share(tool, EVERYONE, "user");
    return tool;
  }

  private static void unshare(UUID tool) {
    Platform.SUPERUSER
        .sql(
            "DELETE FROM identity.grants WHERE subject_kind = 'everyone'"
                + " AND acl_id = (SELECT acl_id FROM toolbox.tools WHERE id = ?)")
        .param(tool)
        .update();
  }

  private static UUID collection(boolean everyones) {
    UUID id = UUID.randomUUID();
    Platform.SUPERUSER
        .sql(
            """
            WITH acl AS (INSERT INTO identity.acls DEFAULT VALUES RETURNING id),
              granted AS (INSERT INTO identity.grants (acl_id, subject_kind, role) SELECT id, 'everyone', 'reader' FROM acl WHERE :all)
            INSERT INTO knowledge.collections (id, name, acl_id, created_by) SELECT :id, :name, id, uuidv7() FROM acl
            """)
        .param("all", everyones)
        .param("id", id)
        .param("name", "모음 " + id)
        .update();
    return id;
  }

  private static void grantOwner(UUID collection) {
    Platform.SUPERUSER
        .sql(
            "INSERT INTO identity.grants (acl_id, subject_kind, subject_id, role)"
                + " SELECT acl_id, 'person', ?, 'reader' FROM knowledge.collections WHERE id = ?")
        .params(Platform.id("store-owner"), collection)
        .update();
  }

  /** As chat leaves it. */
  private static void run(
      UUID tool, String person, String outcome, Integer passages, Integer cited, Integer rating) {
    Platform.SUPERUSER
        .sql(
            """
            INSERT INTO toolbox.runs (answer_id, tool_id, number, acl_id, person_id, ended_at, outcome, passages, cited, cost, rating)
            SELECT uuidv7(), tool_id, number, acl_id, :person, now(), :outcome, CAST(:passages AS smallint), CAST(:cited AS smallint), 0.5,
              CAST(:rating AS smallint) FROM toolbox.shelf WHERE tool_id = :tool
            """)
        .param("person", Platform.id(person))
        .param("outcome", outcome)
        .param("passages", passages)
        .param("cited", cited)
        .param("rating", rating)
        .param("tool", tool)
        .update();
  }

  private static Client.Answer on(
      Client client, String operation, String method, UUID tool, String path, String body) {
    return client.call(operation, method, "/v1/store/tools/" + tool + path, body);
  }

  private static Client.Answer find(Client client, UUID tool) {
    return on(client, "findStoreTool", "GET", tool, "/finding", "");
  }

  private static Client.Answer ask(Client client, UUID tool, String body) {
    return on(client, "requestToolAccess", "PUT", tool, "/access-request", body);
  }

  private static Client.Answer findable(Client client, UUID tool, boolean on) {
    client.call("getToolFindable", "GET", "/v1/tools/" + tool + "/findable", "");
    return client.call(
        "putToolFindable", "PUT", "/v1/tools/" + tool + "/findable", "{\"findable\":" + on + "}");
  }

  private static Client.Answer decide(Client client, String request, String step, String body) {
    return client.call(
        step + "AccessRequest", "POST", "/v1/access-requests/" + request + "/" + step, body);
  }

  private static Client.Answer figures(Client client, UUID tool, String range) {
    return client.call(
        "getToolAnalytics", "GET", "/v1/tools/" + tool + "/analytics?range=" + range, "");
  }

  private static JsonNode waiting(Client client) {
    return client.call("listAccessRequests", "GET", "/v1/access-requests", "").body().path("items");
  }

  private static JsonNode reviews(Client client, UUID tool) {
    return on(client, "listToolReviews", "GET", tool, "/reviews", "").body().path("items");
  }

  private static List<String> names(Client client, String query) {
    return client
        .store(query)
        .body()
        .path("items")
        .valueStream()
        .map(item -> item.path("name").path("ko").asString())
        .toList();
  }

  private static List<String> changes(UUID tool) {
    return Platform.SUPERUSER
        .sql(
            "SELECT action FROM toolbox.store_changes WHERE tool_id = ? AND actor_id IS NOT NULL ORDER BY id")
        .param(tool)
        .query(String.class)
        .list();
  }

  /** The function's account at the database, for a person who writes statements. */
  private static final class Sql implements AutoCloseable {
    private final SingleConnectionDataSource source =
        new SingleConnectionDataSource(
            Platform.STACK.jdbcUrl(), "publishing", Platform.STACK.password(), true);
    private final JdbcClient jdbc = JdbcClient.create(source);

    private Sql as(String person) {
      jdbc.sql("SELECT set_config('app.user_id', ?, false)")
          .param(Platform.id(person).toString())
          .query(String.class)
          .single();
      return this;
    }

    private long count(String person, String table, UUID tool) {
      return as(person)
          .jdbc
          .sql("SELECT count(*) FROM " + table + " WHERE tool_id = ?")
          .param(tool)
          .query(Long.class)
          .single();
    }

    private int change(String person, String statement, UUID tool) {
      return as(person).jdbc.sql(statement + " WHERE tool_id = ?").param(tool).update();
    }

    @Override
    public void close() {
      source.destroy();
    }
  }
}
