package app.madang.functions.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;

/** Who may see a tool stands on its row in the store, and never lags behind its grants. */
class ListedRightsIT {

  private static final Client OWNER = Platform.having("listed-owner", "builder");
  private static final Client JUDGE = Platform.having("listed-judge", "reviewer");
  private static final Client READER = Platform.having("listed-reader", "member");

  private static final String GRANT =
      """
      INSERT INTO identity.grants (acl_id, subject_kind, subject_id, role)
      SELECT acl_id, ?, ?, 'reader' FROM toolbox.tools WHERE id = ?
      """;

  /** Tools whose row names others than their grants do. */
  private static final String ASTRAY =
      """
      SELECT count(*) FROM toolbox.listings l JOIN toolbox.words w USING (tool_id)
        CROSS JOIN LATERAL (
          SELECT coalesce(array_agg(coalesce(subject_id, '00000000-0000-0000-0000-000000000000') ORDER BY subject_id NULLS FIRST), '{}') AS are,
            (array_agg(subject_id ORDER BY id) FILTER (WHERE role = 'owner'))[1] AS owner
            FROM identity.grants g WHERE g.acl_id = l.acl_id) g
       WHERE ARRAY(SELECT unnest(l.seers) ORDER BY 1) IS DISTINCT FROM ARRAY(SELECT unnest(g.are) ORDER BY 1)
          OR ARRAY(SELECT unnest(w.seers) ORDER BY 1) IS DISTINCT FROM ARRAY(SELECT unnest(g.are) ORDER BY 1)
          OR l.owner_id IS DISTINCT FROM g.owner
      """;

  @AfterEach
  void noRowIsAstray() {
    assertThat(count("SELECT count(*) FROM toolbox.listings")).isPositive();
    assertThat(count(ASTRAY)).isZero();
  }

  @Test
  void whatIsGrantedIsListedAtOnceAndWhatIsTakenIsGoneAtOnce() {
    UUID tool = OWNER.released("장부에 적힌 도구", JUDGE);
    assertThat(seen(tool)).isFalse();
    JsonNode shared =
        OWNER
            .share(
                tool,
                "{\"kind\":\"person\",\"id\":\"%s\"}".formatted(Platform.id("listed-reader")),
                "user")
            .body();
    assertThat(seen(tool)).isTrue();
    String grant =
        shared
            .path("items")
            .valueStream()
            .filter(g -> "user".equals(g.path("role").asString()))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asString();
    OWNER.call("removeToolGrant", "DELETE", "/v1/tools/" + tool + "/grants/" + grant, "");
    assertThat(seen(tool)).isFalse();
    OWNER.share(tool, "{\"kind\":\"everyone\"}", "user");
    assertThat(seen(tool)).isTrue();
    Platform.SUPERUSER
        .sql(
            "DELETE FROM identity.grants WHERE subject_kind = 'everyone'"
                + " AND acl_id = (SELECT acl_id FROM toolbox.tools WHERE id = ?)")
        .param(tool)
        .update();
    assertThat(seen(tool)).isFalse();
  }

  @Test
  void whoComesToAGroupThroughAnotherSeesWhatItMayAndNoLongerThanTheyStay() {
    UUID tool = OWNER.released("모둠의 도구", JUDGE);
    UUID outer = group("바깥 모둠 " + tool);
    UUID inner = group("안쪽 모둠 " + tool);
    Platform.SUPERUSER
        .sql("INSERT INTO identity.group_members (group_id, member_group) VALUES (?, ?)")
        .params(outer, inner)
        .update();
    Platform.SUPERUSER.sql(GRANT).params("group", outer, tool).update();
    assertThat(seen(tool)).isFalse();
    Platform.SUPERUSER
        .sql("INSERT INTO identity.group_members (group_id, member_user) VALUES (?, ?)")
        .params(inner, Platform.id("listed-reader"))
        .update();
    assertThat(seen(tool)).isTrue();
    Platform.SUPERUSER
        .sql("DELETE FROM identity.group_members WHERE group_id = ? AND member_group = ?")
        .params(outer, inner)
        .update();
    assertThat(seen(tool)).isFalse();
    Platform.SUPERUSER.sql("DELETE FROM identity.groups WHERE id = ?").param(outer).update();
    assertThat(count("SELECT count(*) FROM toolbox.listings WHERE '" + outer + "' = ANY (seers)"))
        .isZero();
  }

  /** The second must not write what it read before the first was done. */
  @Test
  void twoWhoChangeGrantsAtOnceLeaveNobodyBehind() throws Exception {
    UUID tool = OWNER.released("함께 고친 도구", JUDGE);
    UUID leaving = Platform.id("listed-reader");
    Platform.SUPERUSER.sql(GRANT).params("person", leaving, tool).update();
    assertThat(seen(tool)).isTrue();
    try (Connection first = superuser();
        Connection second = superuser()) {
      first.setAutoCommit(false);
      second.setAutoCommit(false);
      change(
          first,
          "DELETE FROM identity.grants WHERE subject_id = ? AND acl_id = (SELECT acl_id FROM toolbox.tools WHERE id = ?)",
          leaving,
          tool);
      CompletableFuture<Void> waiting =
          CompletableFuture.runAsync(
              () -> change(second, GRANT, "person", Platform.id("listed-judge"), tool));
      await(
          "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'INSERT INTO identity.grants%'");
      first.commit();
      waiting.get(20, TimeUnit.SECONDS);
      second.commit();
    }
    assertThat(seen(tool)).isFalse();
    assertThat(seen(JUDGE, tool)).isTrue();
  }

  /** Each would hold what the other waits for, if they went as their grants came. */
  @Test
  void twoGroupsThatLeaveAtOnceDoNotWaitInACircle() throws Exception {
    UUID one = OWNER.released("둘의 첫 도구", JUDGE);
    UUID two = OWNER.released("둘의 다음 도구", JUDGE);
    UUID left = group("왼 모둠 " + one);
    UUID right = group("오른 모둠 " + one);
    for (UUID tool : List.of(one, two)) {
      Platform.SUPERUSER.sql(GRANT).params("group", left, tool).update();
    }
    for (UUID tool : List.of(two, one)) {
      Platform.SUPERUSER.sql(GRANT).params("group", right, tool).update();
    }
    try (Connection gate = superuser();
        Connection first = superuser();
        Connection second = superuser()) {
      gate.setAutoCommit(false);
      change(
          gate,
          "SELECT FROM identity.acls WHERE id = (SELECT acl_id FROM toolbox.tools WHERE id = ?) FOR UPDATE",
          one);
      String leaves = "DELETE FROM identity.groups WHERE id = ?";
      CompletableFuture<Void> gone =
          CompletableFuture.runAsync(() -> change(first, leaves, left), Thread::startVirtualThread);
      CompletableFuture<Void> too =
          CompletableFuture.runAsync(
              () -> change(second, leaves, right), Thread::startVirtualThread);
      await(
          "SELECT count(*) / 2 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'DELETE FROM identity.groups%'");
      gate.commit();
      gone.get(20, TimeUnit.SECONDS);
      too.get(20, TimeUnit.SECONDS);
    }
    assertThat(
            count(
                "SELECT count(*) FROM toolbox.listings WHERE seers && ARRAY['%s', '%s']::uuid[]"
                    .formatted(left, right)))
        .isZero();
  }

  @Test
  void theWordsAreReadThroughTheRightsOnly() {
    UUID tool = OWNER.released("비밀스러운 낱말", JUDGE);
    SingleConnectionDataSource one =
        new SingleConnectionDataSource(
            Platform.STACK.jdbcUrl(), "publishing", Platform.STACK.password(), true);
    try {
      JdbcClient account = JdbcClient.create(one);
      assertThatThrownBy(() -> account.sql("SELECT * FROM toolbox.words").query().listOfRows())
          .rootCause()
          .hasMessageContaining("permission denied");
      assertThat(found(account, Platform.id("listed-owner").toString(), tool)).isTrue();
      assertThat(found(account, Platform.id("listed-reader").toString(), tool)).isFalse();
      assertThat(found(account, "", tool)).isFalse();
    } finally {
      one.destroy();
    }
  }

  private static boolean found(JdbcClient account, String person, UUID tool) {
    account
        .sql("SELECT set_config('app.user_id', ?, false)")
        .param(person)
        .query(String.class)
        .single();
    return account
        .sql("SELECT ? IN (SELECT toolbox.holding('{}'))")
        .param(tool)
        .query(Boolean.class)
        .single();
  }

  private static boolean seen(UUID tool) {
    return seen(READER, tool);
  }

  /** In the list, by search and by its address alike. */
  private static boolean seen(Client reader, UUID tool) {
    List<Boolean> ways =
        List.of(
            listed(reader, "", tool),
            listed(reader, "&query=도구", tool),
            reader.inStore(tool).status() == 200);
    assertThat(ways).as("all ways alike").containsOnly(ways.getFirst());
    return ways.getFirst();
  }

  private static boolean listed(Client reader, String query, UUID tool) {
    return reader
        .store(query)
        .body()
        .path("items")
        .valueStream()
        .anyMatch(line -> tool.toString().equals(line.path("id").asString()));
  }

  private static UUID group(String name) {
    return Platform.SUPERUSER
        .sql("INSERT INTO identity.groups (name) VALUES (?) RETURNING id")
        .param(name)
        .query(UUID.class)
        .single();
  }

  private static Connection superuser() throws SQLException {
    return DriverManager.getConnection(
        Platform.STACK.jdbcUrl(), "postgres", Platform.STACK.password());
  }

  private static void change(Connection connection, String sql, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(String sql) throws InterruptedException {
    for (int n = 0; n < 200; n++) {
      if (count(sql) > 0) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("nobody waits");
  }

  private static long count(String sql) {
    return Platform.SUPERUSER.sql(sql).query(Long.class).single();
  }
}
