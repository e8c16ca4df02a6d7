package app.madang.functions.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two clicks, second deliveries, lost events and crashes between two steps. */
class SagaIT {

  private final Client builder = Platform.having("saga-maker", "member", "builder");
  private final Client reviewer = Platform.having("saga-judge", "member", "reviewer");

  @Test
  void ofTwoClicksAtOnceOneDecides() throws Exception {
    UUID tool = builder.create("두 번").id();
    long draft = builder.get(tool).version();
    String submission = "{\"version\":" + draft + "}";
    assertThat(
            atOnce(
                () ->
                    builder
                        .call("submitTool", "POST", "/v1/tools/" + tool + "/submission", submission)
                        .status()))
        .containsOnlyOnce(200)
        .containsOnly(200, 409);
    long version = builder.get(tool).version();
    assertThat(version).isEqualTo(draft + 1);
    assertThat(atOnce(() -> reviewer.approve(tool, version).status()))
        .containsOnlyOnce(200)
        .containsOnly(200, 409);
    Platform.release(tool);
    assertThat(releases(tool)).isOne();
    assertThat(atOnce(() -> builder.retire(tool).status()))
        .containsOnlyOnce(200)
        .containsOnly(200, 409);
  }

  @Test
  void theSameClickAgainIsAnsweredAsBefore() {
    UUID tool = builder.create("한 번").id();
    String key = UUID.randomUUID().toString();
    String body = "{\"version\":" + builder.get(tool).version() + "}";
    String path = "/v1/tools/" + tool + "/submission";
    String first = keyed(path, body, key);
    assertThat(first).contains("SUBMITTED");
    assertThat(keyed(path, body, key)).isEqualTo(first);
  }

  private String keyed(String path, String body, String key) {
    return Platform.SERVER
        .send(
            Platform.SERVER
                .request(path)
                .header("Authorization", "Bearer " + builder.token())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)))
        .body();
  }

  @Test
  void deliveriesAtOnceAndAgainReleaseOnce() throws Exception {
    UUID tool = approved();
    UUID event = UUID.randomUUID();
    String payload = "{\"toolId\":\"" + tool + "\"}";
    assertThat(atOnce(() -> Platform.push(event, "publishing.tool-approved", payload)))
        .containsOnly(204);
    Platform.release(tool);
    assertThat(releases(tool)).isOne();
    assertThat(builder.get(tool).state()).isEqualTo("LIVE");
    // an event of long ago does not release what is being made
    builder.update(tool, "다음", builder.get(tool).version());
    Platform.release(tool);
    assertThat(builder.get(tool).state()).isEqualTo("DRAFT");
    builder.submit(tool);
    Platform.release(tool);
    assertThat(builder.get(tool).state()).isEqualTo("SUBMITTED");
    assertThat(releases(tool)).isOne();
    assertThat(Platform.push("publishing.tool-approved", payload(UUID.randomUUID())))
        .isEqualTo(204);
  }

  /** The snapshot is there, the shelf is not: as after a kill between the two. */
  @Test
  void whatStoppedHalfwayGoesOnByTheSweep() {
    UUID tool = approved();
    Platform.SUPERUSER
        .sql(
            """
            WITH claimed AS (
              UPDATE toolbox.tools SET status = 'RELEASING', releases = 1 WHERE id = ? RETURNING *)
            INSERT INTO toolbox.releases (tool_id, number, acl_id, icon, name_ko, description_ko, instructions, collection_ids, starters_ko,
              starters_en, submitted_by, approved_by)
            SELECT id, 1, acl_id, icon, name_ko, description_ko, instructions, collection_ids, starters_ko, starters_en, submitted_by, decided_by
              FROM claimed
            """)
        .param(tool)
        .update();
    assertThat(builder.get(tool).state()).isEqualTo("RELEASING");
    assertThat(builder.inStore(tool).status()).isEqualTo(404);
    assertThat(builder.retire(tool).code()).isEqualTo("tool_state");
    assertThat(Platform.heard("publishing.tool-approved", tool)).isTrue();
    // not yet: somebody may be at it
    sweep();
    assertThat(emitted(tool)).isZero();
    Platform.SUPERUSER
        .sql("UPDATE toolbox.tools SET emitted_at = now() - interval '3 minutes' WHERE id = ?")
        .param(tool)
        .update();
    sweep();
    assertThat(Platform.heard("publishing.tool-approved", tool)).isTrue();
    Platform.release(tool);
    assertThat(builder.get(tool).state()).isEqualTo("LIVE");
    assertThat(builder.inStore(tool).status()).isEqualTo(200);
    assertThat(releases(tool)).isOne();
  }

  private static long emitted(UUID tool) {
    return Platform.SUPERUSER
        .sql(
            "SELECT count(*) FROM toolbox.tools WHERE id = ? AND emitted_at > decided_at + interval '1 ms'")
        .param(tool)
        .query(Long.class)
        .single();
  }

  private static void sweep() {
    assertThat(Platform.push("publishing.sweep-due", "{\"at\":\"2026-01-01T00:00:00Z\"}"))
        .isEqualTo(204);
  }

  private UUID approved() {
    UUID tool = builder.create("놓인 것").id();
    builder.submit(tool);
    assertThat(reviewer.approve(tool).state()).isEqualTo("APPROVED");
    return tool;
  }

  private static String payload(UUID tool) {
    return "{\"toolId\":\"" + tool + "\"}";
  }

  private static long releases(UUID tool) {
    return Platform.SUPERUSER
        .sql("SELECT count(*) FROM toolbox.releases WHERE tool_id = ?")
        .param(tool)
        .query(Long.class)
        .single();
  }

  private static List<Integer> atOnce(Supplier<Integer> click) throws Exception {
    CountDownLatch ready = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> clicks =
          IntStream.range(0, 4)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            ready.await();
                            return click.get();
                          }))
              .toList();
      ready.countDown();
      List<Integer> statuses = new java.util.ArrayList<>();
      for (Future<Integer> done : clicks) {
        statuses.add(done.get());
      }
      return statuses;
    }
  }
}
