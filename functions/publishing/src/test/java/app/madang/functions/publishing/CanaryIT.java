package app.madang.functions.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.functions.publishing.Client.Answer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Releases that begin with some of the people: who gets them, and when they go back. */
class CanaryIT {

  private static final String EVERYONE = "{\"kind\":\"everyone\"}";

  private final Client builder = Platform.having("canary-maker", "member", "builder");
  private final Client reviewer = Platform.having("canary-judge", "member", "reviewer");

  @Test
  void aFirstReleaseIsSeenByItsPeopleUntilItIsForAll() {
    UUID tool = builder.create("탐조 도우미").id();
    builder.share(tool, EVERYONE, "user");
    release(tool, 40);
    JsonNode made = builder.get(tool).body();
    assertThat(made.path("status").asString()).isEqualTo("LIVE");
    assertThat(made.path("canary").path("percent").asInt()).isEqualTo(40);
    assertThat(made.has("live")).isFalse();
    Map<Boolean, List<Client>> people = people(tool, 40, 3);
    for (Client inside : people.get(true)) {
      assertThat(inside.inStore(tool).body().path("release").asInt()).isEqualTo(1);
      assertThat(inside.store("&query=탐조").body().path("items")).hasSize(1);
    }
    for (Client outside : people.get(false)) {
      assertThat(outside.inStore(tool).status()).isEqualTo(404);
      assertThat(outside.store("&query=탐조").body().path("items")).isEmpty();
    }
    // who makes it opens it, wherever they were drawn
    assertThat(builder.inStore(tool).status()).isEqualTo(200);
    assertThat(widen(builder, tool, 1, 20).code()).isEqualTo("tool_state");
    assertThat(widen(builder, tool, 1, 70).body().path("canary").path("percent").asInt())
        .isEqualTo(70);
    assertThat(widen(builder, tool, 1, 70).status()).isEqualTo(200);
    people.get(true).forEach(inside -> assertThat(inside.inStore(tool).status()).isEqualTo(200));
    assertThat(widen(builder, tool, 1, 100).body().path("live").path("number").asInt()).isOne();
    assertThat(widen(builder, tool, 1, 100).status()).isEqualTo(200);
    assertThat(widen(builder, tool, 2, 100).code()).isEqualTo("tool_state");
    people.get(false).forEach(outside -> assertThat(outside.inStore(tool).status()).isEqualTo(200));
    assertThat(acts(tool)).startsWith("PROMOTED", "WIDENED", "RELEASED", "APPROVED", "SUBMITTED");
  }

  @Test
  void badFeedbackOfManyTakesItBackAndOneVoteNever() {
    UUID tool = canary(30);
    Map<Boolean, List<Client>> people = people(tool, 30, 2);
    assertThat(people.get(true).getFirst().inStore(tool).body().path("release").asInt())
        .isEqualTo(2);
    assertThat(people.get(false).getFirst().inStore(tool).body().path("release").asInt()).isOne();
    List<UUID> drawn = drawn(tool, 30, 30);
    // thirty votes of one person are one
    for (int i = 0; i < 30; i++) {
      run(tool, 2, drawn.getFirst(), "COMPLETE", -1);
    }
    observed(tool);
    assertThat(canaryOf(tool).path("measures").get(1).path("sessions").asInt()).isOne();
    drawn.subList(1, 20).forEach(person -> run(tool, 2, person, "COMPLETE", null));
    // who makes it and was not drawn does not count
    for (UUID person : drawn(tool, 100, 40)) {
      if (!drawn(tool, 30, 1_000).contains(person)) {
        run(tool, 2, person, "FAILED", -1);
      }
    }
    observed(tool);
    JsonNode holds = canaryOf(tool).path("measures").get(1);
    assertThat(holds.path("verdict").asString()).isEqualTo("HOLDS");
    assertThat(holds.path("sessions").asInt()).isEqualTo(20);
    assertThat(holds.path("bad").asInt()).isOne();

    drawn.subList(20, 29).forEach(person -> run(tool, 2, person, "COMPLETE", -1));
    drawn.subList(1, 6).forEach(person -> run(tool, 2, person, "COMPLETE", -1));
    observed(tool);
    observed(tool);
    JsonNode back = builder.get(tool).body();
    assertThat(back.has("canary")).isFalse();
    assertThat(back.path("live").path("number").asInt()).isOne();
    assertThat(back.path("status").asString()).isEqualTo("DRAFT");
    assertThat(back.path("rolledBack").has("by")).isFalse();
    JsonNode reason = back.path("rolledBack").path("reason");
    assertThat(reason.path("cause").asString()).isEqualTo("feedback");
    assertThat(reason.path("sessions").asInt()).isEqualTo(29);
    assertThat(reason.path("bad").asInt()).isEqualTo(15);
    assertThat(people.get(true).getFirst().inStore(tool).body().path("release").asInt()).isOne();
    assertThat(acts(tool)).startsWith("ROLLED_BACK").containsOnlyOnce("ROLLED_BACK");
  }

  @Test
  void answersThatDiedCountAndTheSweepJudgesThem() {
    UUID tool = builder.create("사라질 도우미").id();
    builder.share(tool, EVERYONE, "user");
    release(tool, 50);
    List<UUID> drawn = drawn(tool, 50, 24);
    drawn.subList(0, 14).forEach(person -> run(tool, 1, person, "COMPLETE", null));
    drawn.subList(14, 24).forEach(person -> run(tool, 1, person, null, null));
    sweep();
    // they may still be writing
    assertThat(canaryOf(tool).path("measures").get(0).path("verdict").asString())
        .isEqualTo("WAITS");
    Platform.SUPERUSER
        .sql("UPDATE toolbox.tools SET canary_at = now() - interval '1 hour' WHERE id = ?")
        .param(tool)
        .update();
    Platform.SUPERUSER
        .sql("UPDATE toolbox.runs SET started_at = now() - interval '16 minutes' WHERE tool_id = ?")
        .param(tool)
        .update();
    sweep();
    // there was nothing before it: it leaves the store with its words
    JsonNode back = builder.get(tool).body();
    assertThat(back.path("rolledBack").path("reason").path("cause").asString()).isEqualTo("errors");
    assertThat(back.path("rolledBack").has("backTo")).isFalse();
    assertThat(back.has("live")).isFalse();
    assertThat(builder.inStore(tool).status()).isEqualTo(404);
    assertThat(builder.store("&query=사라질").body().path("items")).isEmpty();
    assertThat(builder.submit(tool).status()).isEqualTo(200);
  }

  @Test
  void aToolThatCannotGoBackHoldsUpNoOther() {
    UUID held = canary(50);
    UUID next = canary(50);
    for (UUID tool : List.of(held, next)) {
      drawn(tool, 50, 24).forEach(person -> run(tool, 2, person, "FAILED", null));
    }
    Platform.SUPERUSER
        .sql(
            "CREATE FUNCTION toolbox.hold() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''held''; END'")
        .update();
    Platform.SUPERUSER
        .sql(
            "CREATE TRIGGER held BEFORE UPDATE ON toolbox.tools FOR EACH ROW WHEN (OLD.id = '"
                + held
                + "') EXECUTE FUNCTION toolbox.hold()")
        .update();
    try {
      assertThat(Platform.push("publishing.sweep-due", "{\"at\":\"2026-01-01T00:00:00Z\"}"))
          .as("the event comes again")
          .isEqualTo(500);
    } finally {
      Platform.SUPERUSER.sql("DROP FUNCTION toolbox.hold() CASCADE").update();
    }
    assertThat(acts(next)).startsWith("ROLLED_BACK");
    assertThat(acts(held)).doesNotContain("ROLLED_BACK");
    sweep();
    assertThat(acts(held)).startsWith("ROLLED_BACK");
  }

  @Test
  void anOwnerGoesBackToAnyReleaseInOneClick() throws Exception {
    UUID tool = canary(100);
    builder.update(tool, "셋째 도우미", builder.get(tool).version());
    release(tool, 10);
    Answer back = rollBack(builder, tool, "{\"from\":3}");
    assertThat(back.body().path("live").path("number").asInt()).isEqualTo(2);
    assertThat(back.body().path("rolledBack").path("by").path("name").asString())
        .isEqualTo("canary-maker");
    assertThat(rollBack(builder, tool, "{\"from\":3}").status()).isEqualTo(200);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> clicks =
          IntStream.range(0, 4)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> rollBack(builder, tool, "{\"from\":2,\"to\":1}").status()))
              .toList();
      for (Future<Integer> click : clicks) {
        assertThat(click.get()).isIn(200, 409);
      }
    }
    assertThat(builder.inStore(tool).body().path("name").path("ko").asString()).isEqualTo("먼저 도우미");
    assertThat(builder.store("&query=먼저").body().path("items")).hasSize(1);
    assertThat(builder.store("&query=나중").body().path("items")).isEmpty();
    assertThat(acts(tool).stream().filter("ROLLED_BACK"::equals)).hasSize(2);
    assertThat(rollBack(builder, tool, "{\"from\":1,\"to\":1}").status()).isEqualTo(400);
    assertThat(rollBack(builder, tool, "{\"from\":3,\"to\":2}").code()).isEqualTo("tool_state");
    // an editor looks on
    Client editor = Platform.as("canary-editor");
    editor.store("");
    builder.share(
        tool, "{\"kind\":\"person\",\"id\":\"" + Platform.id("canary-editor") + "\"}", "editor");
    assertThat(rollBack(editor, tool, "{\"from\":1}").status()).isEqualTo(403);
    assertThat(editor.call("getToolCanary", "GET", "/v1/tools/" + tool + "/canary", "").status())
        .isEqualTo(404);
    assertThat(builder.retire(tool).status()).isEqualTo(200);
    assertThat(builder.inStore(tool).status()).isEqualTo(404);
  }

  @Test
  void whatWasChangedIsKeptOnceASitting() {
    UUID tool = builder.create("처음").id();
    builder.update(tool, "둘째", builder.get(tool).version());
    builder.update(tool, "셋째", builder.get(tool).version());
    builder.submit(tool);
    assertThat(acts(tool)).containsExactly("SUBMITTED", "CHANGED", "CREATED");
    JsonNode revision =
        reviewer.call("getToolRevision", "GET", "/v1/tools/" + tool + "/revisions/3", "").body();
    assertThat(revision.path("definition").path("name").path("ko").asString()).isEqualTo("셋째");
    assertThat(revision.path("before").path("name").path("ko").asString()).isEqualTo("처음");
    Answer page =
        reviewer.call("listToolHistory", "GET", "/v1/tools/" + tool + "/history?limit=2", "");
    String cursor = page.body().path("nextCursor").asString();
    assertThat(
            reviewer
                .call(
                    "listToolHistory",
                    "GET",
                    "/v1/tools/" + tool + "/history?limit=2&cursor=" + cursor,
                    "")
                .body()
                .path("items"))
        .hasSize(1);
    assertThat(
            builder
                .call("listToolHistory", "GET", "/v1/tools/" + tool + "/history?cursor=eA", "")
                .status())
        .isEqualTo(400);
  }

  @Test
  void aToolWhoseOwnersLeftIsHandedOver() {
    Client leaver = Platform.having("canary-leaver", "member", "builder");
    Client admin = Platform.having("canary-admin", "member", "admin");
    admin.store("");
    UUID tool = leaver.create("남겨진 도우미").id();
    String path = "/v1/orphaned-tools/" + tool + "/owner";
    String person = "{\"personId\":\"" + Platform.id("canary-maker") + "\"}";
    builder.store("");
    // while somebody answers for it, it is nobody else's business
    assertThat(admin.call("handOverTool", "PUT", path, person).status()).isEqualTo(404);
    Platform.SUPERUSER
        .sql("UPDATE identity.users SET suspended_at = now() WHERE id = ?")
        .param(Platform.id("canary-leaver"))
        .update();
    assertThat(orphans(admin)).contains(tool.toString());
    assertThat(builder.call("listOrphanedTools", "GET", "/v1/orphaned-tools", "").status())
        .isEqualTo(403);
    assertThat(builder.call("handOverTool", "PUT", path, person).status()).isEqualTo(404);
    String gone = "{\"personId\":\"" + Platform.id("canary-leaver") + "\"}";
    assertThat(admin.call("handOverTool", "PUT", path, gone).status()).isEqualTo(400);
    assertThat(admin.call("handOverTool", "PUT", path, person).status()).isEqualTo(204);
    assertThat(orphans(admin)).doesNotContain(tool.toString());
    assertThat(builder.get(tool).body().path("role").asString()).isEqualTo("owner");
    assertThat(acts(tool)).startsWith("HANDED_OVER");
    assertThat(admin.get(tool).status()).isEqualTo(404);
  }

  @Test
  void whatCannotBeReleasedGoesBackWithAReason() {
    UUID tool = builder.create("자료 없는 도우미").id();
    builder.submit(tool);
    reviewer.approve(tool);
    Platform.SUPERUSER.sql("ALTER TABLE toolbox.tools DISABLE TRIGGER keep_order").update();
    Platform.SUPERUSER
        .sql("UPDATE toolbox.tools SET collection_ids = ARRAY[id] WHERE id = ?")
        .param(tool)
        .update();
    Platform.SUPERUSER.sql("ALTER TABLE toolbox.tools ENABLE TRIGGER keep_order").update();
    Platform.release(tool);
    JsonNode back = builder.get(tool).body();
    assertThat(back.path("status").asString()).isEqualTo("RETURNED");
    assertThat(back.path("fault").asString()).isEqualTo("collections_gone");
    assertThat(acts(tool)).startsWith("NOT_RELEASED");

    UUID stuck = builder.create("막힌 도우미").id();
    builder.submit(stuck);
    reviewer.approve(stuck);
    Platform.SUPERUSER
        .sql(
            "UPDATE toolbox.tools SET attempts = 15, emitted_at = now() - interval '3 minutes' WHERE id = ?")
        .param(stuck)
        .update();
    sweep();
    assertThat(builder.get(stuck).body().path("fault").asString()).isEqualTo("not_released");
    assertThat(builder.submit(stuck).body().has("fault")).isFalse();
  }

  /** A tool with a first release for all and a second one for some. */
  private UUID canary(int percent) {
    UUID tool = builder.create("먼저 도우미").id();
    builder.share(tool, EVERYONE, "user");
    release(tool, 100);
    builder.update(tool, "나중 도우미", builder.get(tool).version());
    release(tool, percent);
    return tool;
  }

  private void release(UUID tool, int percent) {
    String submission =
        "{\"version\":%d,\"percent\":%d}".formatted(builder.get(tool).version(), percent);
    builder.call("submitTool", "POST", "/v1/tools/" + tool + "/submission", submission);
    assertThat(reviewer.approve(tool).status()).isEqualTo(200);
    Platform.release(tool);
  }

  private static Answer widen(Client client, UUID tool, int number, int percent) {
    return client.call(
        "setToolCanary",
        "PUT",
        "/v1/tools/" + tool + "/canary",
        "{\"number\":%d,\"percent\":%d}".formatted(number, percent));
  }

  private static Answer rollBack(Client client, UUID tool, String body) {
    return client.call("rollBackTool", "POST", "/v1/tools/" + tool + "/rollback", body);
  }

  private JsonNode canaryOf(UUID tool) {
    return builder.call("getToolCanary", "GET", "/v1/tools/" + tool + "/canary", "").body();
  }

  private List<String> acts(UUID tool) {
    return builder
        .call("listToolHistory", "GET", "/v1/tools/" + tool + "/history?limit=100", "")
        .body()
        .path("items")
        .valueStream()
        .map(item -> item.path("act").asString())
        .toList();
  }

  private static List<String> orphans(Client admin) {
    return admin
        .call("listOrphanedTools", "GET", "/v1/orphaned-tools?limit=100", "")
        .body()
        .path("items")
        .valueStream()
        .map(item -> item.path("id").asString())
        .toList();
  }

  /** So many people who sign in on each side of the share. */
  private static Map<Boolean, List<Client>> people(UUID tool, int percent, int each) {
    Map<Boolean, List<Client>> sides = Map.of(true, new ArrayList<>(), false, new ArrayList<>());
    for (int i = 0; sides.values().stream().anyMatch(side -> side.size() < each); i++) {
      Client person = Platform.having("canary-person-" + i, "member");
      List<Client> side = sides.get(bucket(tool, Platform.id("canary-person-" + i)) < percent);
      if (side.size() < each) {
        side.add(person);
      }
    }
    return sides;
  }

  /** People who never sign in, of a share. */
  private static List<UUID> drawn(UUID tool, int percent, int most) {
    return IntStream.range(0, 1_000)
        .mapToObj(i -> new UUID(7, i))
        .filter(person -> bucket(tool, person) < percent)
        .limit(most)
        .collect(Collectors.toList());
  }

  /** The same as the database's, so that neither changes alone. */
  private static int bucket(UUID tool, UUID person) {
    try {
      byte[] hash =
          MessageDigest.getInstance("MD5")
              .digest((tool.toString() + person).getBytes(StandardCharsets.UTF_8));
      return (int) (Integer.toUnsignedLong(ByteBuffer.wrap(hash).getInt()) % 100);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void run(UUID tool, int number, UUID person, String outcome, Integer rating) {
    Platform.SUPERUSER
        .sql(
            """
            INSERT INTO toolbox.runs (answer_id, tool_id, number, acl_id, person_id, started_at, ended_at, outcome, rating)
            SELECT uuidv7(), id, :number, acl_id, :person, clock_timestamp(), CASE WHEN :outcome IS NOT NULL THEN now() END, :outcome,
              CAST(:rating AS smallint)
              FROM toolbox.tools WHERE id = :tool
            """)
        .param("tool", tool)
        .param("number", number)
        .param("person", person)
        .param("outcome", outcome, Types.VARCHAR)
        .param("rating", rating, Types.SMALLINT)
        .update();
  }

  private static void observed(UUID tool) {
    assertThat(
            Platform.push(
                "publishing.canary-observed", "{\"toolId\":\"" + tool + "\",\"number\":2}"))
        .isEqualTo(204);
  }

  private static void sweep() {
    assertThat(Platform.push("publishing.sweep-due", "{\"at\":\"2026-01-01T00:00:00Z\"}"))
        .isEqualTo(204);
  }
}
