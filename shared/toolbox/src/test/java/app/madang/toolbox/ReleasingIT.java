package app.madang.toolbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.knowledge.ContentWords;
import app.madang.runtime.Caller;
import app.madang.runtime.Transactions;
import app.madang.runtime.data.CallerTransactions;
import app.madang.testing.StatementCounter;
import app.madang.testing.TestStack;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ReleasingIT {

  private static final TestStack STACK = TestStack.get();
  private static final JdbcClient SUPERUSER =
      JdbcClient.create(new DriverManagerDataSource(STACK.jdbcUrl(), "postgres", STACK.password()));

  private final Account publishing = new Account("publishing");
  private final Account chat = new Account("chat");
  private final Releasing releasing = new Releasing(publishing.jdbc);
  private final ReleasedTools tools = new ReleasedTools(chat.jdbc);

  /** A function's account. */
  private static final class Account {
    private final JdbcClient jdbc;
    private final Transactions transactions;

    private Account(String name) {
      this(name, false);
    }

    private Account(String name, boolean counted) {
      DataSource plain = new DriverManagerDataSource(STACK.jdbcUrl(), name, STACK.password());
      DataSource source = counted ? StatementCounter.of(plain, "") : plain;
      jdbc = JdbcClient.create(source);
      transactions = new Transactions(new CallerTransactions(source));
    }

    private <T> T asWorker(Supplier<T> work) {
      return transactions.call(
          () -> {
            jdbc.sql("SELECT set_config('app.worker', 'publishing', true)")
                .query(String.class)
                .single();
            return work.get();
          });
    }

    private <T> T as(UUID person, Supplier<T> work) throws Exception {
      return Caller.callAs(new Caller(person, "", "", Set.of()), () -> transactions.read(work));
    }

    private void does(UUID person, Runnable work) {
      Caller.runAs(new Caller(person, "", "", Set.of()), () -> transactions.run(work));
    }
  }

  private static UUID approved(UUID user) {
    UUID tool = UUID.randomUUID();
    SUPERUSER
        .sql(
            """
            WITH acl AS (INSERT INTO identity.acls DEFAULT VALUES RETURNING id),
                 granted AS (INSERT INTO identity.grants (acl_id, subject_kind, subject_id, role)
                   SELECT id, 'person', :user, 'reader' FROM acl)
            INSERT INTO toolbox.tools (id, acl_id, version, status, name_ko, icon, instructions, model, collection_ids,
              starters_ko, starters_en, inputs, output, sampling, created_by, created_at, updated_at, submitted_by, decided_by)
            SELECT :tool, id, 0, 'APPROVED', '도구', 'chat', '답한다.', 'best', ARRAY[:tool], '{}', '{}',
              '[{"name":"a","kind":"long_text","label":{"ko":"글"},"required":true}]', '{"kind":"table"}', '{"effort":"low"}', :tool, now(), now(), :tool, :user
              FROM acl
            """)
        .param("tool", tool)
        .param("user", user)
        .update();
    return tool;
  }

  @Test
  void eachStepIsTakenOnceAndTheUserFindsTheRelease() throws Exception {
    UUID user = UUID.randomUUID();
    UUID tool = approved(user);
    assertThat(publishing.asWorker(() -> releasing.shelve(tool))).isFalse();
    assertThat(publishing.asWorker(() -> releasing.snapshot(tool))).isTrue();
    assertThat(publishing.asWorker(() -> releasing.snapshot(tool))).isFalse();
    assertThat(chat.as(user, () -> tools.find(tool))).isEmpty();
    assertThat(publishing.asWorker(() -> releasing.shelve(tool))).isTrue();
    assertThat(publishing.asWorker(() -> releasing.shelve(tool))).isFalse();

    Optional<ReleaseSnapshot> found = chat.as(user, () -> tools.find(tool));
    assertThat(found).isPresent();
    ReleaseSnapshot release = found.get();
    assertThat(release.number()).isEqualTo(1);
    assertThat(release.instructions()).isEqualTo("답한다.");
    assertThat(release.model()).isEqualTo("best");
    assertThat(release.collectionIds()).containsExactly(tool);
    assertThat(release.reads()).isTrue();
    assertThat(release.inputs().getFirst().kind()).isEqualTo(ToolInput.Kind.LONG_TEXT);
    assertThat(release.output().kind()).isEqualTo(ToolOutput.Kind.TABLE);
    assertThat(release.sampling().effort()).isEqualTo(ToolSampling.Effort.LOW);
    assertThat(chat.as(UUID.randomUUID(), () -> tools.find(tool))).isEmpty();
  }

  @Test
  void onlyTheWorkerReleases() throws Exception {
    UUID user = UUID.randomUUID();
    UUID tool = approved(user);
    assertThat(publishing.transactions.call(() -> releasing.snapshot(tool))).isFalse();
  }

  @Test
  void anAnswerLeavesHowItWentForThoseWhoMakeTheTool() throws Exception {
    UUID user = UUID.randomUUID();
    UUID tool = approved(user);
    publishing.asWorker(() -> releasing.snapshot(tool));
    publishing.asWorker(() -> releasing.shelve(tool));
    ReleaseSnapshot release = chat.as(user, () -> tools.find(tool)).orElseThrow();
    Runs runs = new Runs(chat.jdbc, event -> {}, new ContentWords()::of);
    UUID answer = UUID.randomUUID();
    chat.does(user, () -> runs.start(answer, release));
    chat.does(user, () -> runs.end(answer, ended(Runs.Outcome.COMPLETE)));
    chat.does(user, () -> runs.end(answer, ended(Runs.Outcome.FAILED)));
    chat.does(user, () -> runs.rate(answer, true));
    chat.does(UUID.randomUUID(), () -> runs.rate(answer, false));
    assertThat(told(tool)).isEmpty();
    UUID editor = UUID.randomUUID();
    SUPERUSER
        .sql(
            """
            INSERT INTO identity.grants (acl_id, subject_kind, subject_id, role)
            SELECT acl_id, 'person', ?, 'editor' FROM toolbox.tools WHERE id = ?
            """)
        .params(editor, tool)
        .update();
    assertThat(publishing.as(editor, () -> told(tool))).containsExactly("COMPLETE 3 2 0.25 1");
    chat.does(user, () -> runs.rate(answer, null));
    assertThat(publishing.as(editor, () -> told(tool))).containsExactly("COMPLETE 3 2 0.25 null");
    assertThat(chat.as(editor, () -> tools.draft(tool)))
        .hasValueSatisfying(draft -> assertThat(draft.number()).isZero());
    assertThat(chat.as(user, () -> tools.draft(tool))).as("who only uses it").isEmpty();
  }

  @Test
  void whatAQuestionWasAboutIsTheNumberOfALineThatItsMakersWrote() throws Exception {
    UUID user = UUID.randomUUID();
    UUID tool = approved(user);
    SUPERUSER
        .sql(
            """
            WITH golden AS (INSERT INTO toolbox.golden_questions (tool_id, acl_id, question, facts, documents, passages)
              SELECT id, acl_id, '연차는 며칠인가요?', '{15일}', '{}', '{}' FROM toolbox.tools WHERE id = :tool)
            INSERT INTO toolbox.topics (tool_id, en) VALUES (:tool, 'Of no release')
            """)
        .param("tool", tool)
        .update();
    publishing.asWorker(() -> releasing.snapshot(tool));
    publishing.asWorker(() -> releasing.shelve(tool));
    ReleaseSnapshot release = chat.as(user, () -> tools.find(tool)).orElseThrow();
    Account counted = new Account("chat", true);
    Runs runs = new Runs(counted.jdbc, event -> {}, new ContentWords()::of);
    assertThat(runs.topic(release, "연차 며칠이에요?")).as("before it was told of").isNull();
    for (String question :
        List.of("연차 며칠이에요?", "연차가 며칠 남았나요?", "홍길동 010-1234-5678 꿽뛟쀍", "회의실 예약")) {
      UUID answer = UUID.randomUUID();
      int before = StatementCounter.PREPARED.get();
      counted.does(user, () -> runs.start(answer, release));
      Integer topic = runs.topic(release, question);
      counted.does(
          user, () -> runs.end(answer, new Runs.Ended(Runs.Outcome.COMPLETE, 1, 1, null, topic)));
      assertThat(StatementCounter.PREPARED.get() - before)
          .as("each says who it is, and then the one")
          .isEqualTo(4);
    }
    assertThat(topics(tool)).containsExactlyInAnyOrder("연차는 며칠인가요?", "연차는 며칠인가요?", "none", "-16");
    assertThat(chat.as(UUID.randomUUID(), () -> lines(tool)))
        .as("who may not use it")
        .isEqualTo("[]");

    takenAway(tool, user, release, counted, runs);

    // also who writes by hand keeps neither another tool's line nor a number of their own
    UUID other =
        SUPERUSER
            .sql("SELECT answer_id FROM toolbox.runs WHERE tool_id = ? AND topic = -16")
            .param(tool)
            .query(UUID.class)
            .single();
    for (String number :
        List.of(
            "1234567890",
            "-1000",
            "0",
            "(SELECT max(id) FROM toolbox.topics WHERE en = 'Of no release')")) {
      SUPERUSER
          .sql("UPDATE toolbox.runs SET topic = " + number + " WHERE answer_id = ?")
          .param(other)
          .update();
      assertThat(topics(tool)).as(number).doesNotContain("-16", number).contains("none");
    }
    assertThatThrownBy(
            () ->
                chat.as(
                    user,
                    () ->
                        chat.jdbc
                            .sql("SELECT topic FROM toolbox.runs")
                            .query(Integer.class)
                            .list()))
        .hasStackTraceContaining("permission denied");
    // who makes it asks what they please
    SUPERUSER
        .sql("UPDATE identity.grants SET role = 'editor' WHERE subject_id = ?")
        .param(user)
        .update();
    chat.does(
        user,
        () ->
            chat.jdbc
                .sql("UPDATE toolbox.runs SET topic = -16 WHERE answer_id = ?")
                .param(other)
                .update());
    assertThat(topics(tool)).doesNotContain("-16");
  }

  /** Lines go when the last golden question that has them does, also from what chat holds. */
  private void takenAway(UUID tool, UUID user, ReleaseSnapshot release, Account asker, Runs runs)
      throws Exception {
    SUPERUSER
        .sql(
            """
            INSERT INTO toolbox.golden_questions (tool_id, acl_id, question, facts, documents, passages)
            SELECT tool_id, acl_id, question, '{16일}', '{}', '{}' FROM toolbox.golden_questions WHERE tool_id = ?
            """)
        .param(tool)
        .update();
    SUPERUSER
        .sql("DELETE FROM toolbox.golden_questions WHERE tool_id = ? AND facts = '{15일}'")
        .param(tool)
        .update();
    assertThat(chat.as(user, () -> lines(tool))).as("another has it").contains("연차");
    SUPERUSER
        .sql("UPDATE toolbox.golden_questions SET question = '휴가는 며칠인가요?' WHERE tool_id = ?")
        .param(tool)
        .update();
    assertThat(chat.as(user, () -> lines(tool))).isEqualTo("[]");
    assertThat(topics(tool).toString()).doesNotContain("연차");
    UUID late = UUID.randomUUID();
    asker.does(user, () -> runs.start(late, release));
    Integer topic = runs.topic(release, "연차 며칠이에요?");
    assertThat(topic).as("as this instance still knows").isPositive();
    asker.does(
        user, () -> runs.end(late, new Runs.Ended(Runs.Outcome.COMPLETE, 1, 1, null, topic)));
    assertThat(
            SUPERUSER
                .sql("SELECT topic IS NULL FROM toolbox.runs WHERE answer_id = ?")
                .param(late)
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  private String lines(UUID tool) {
    return chat.jdbc.sql("SELECT toolbox.topics_of(?, 1)").param(tool).query(String.class).single();
  }

  private static List<String> topics(UUID tool) {
    return SUPERUSER
        .sql(
            """
            SELECT coalesce(t.ko, t.en, CAST(r.topic AS text), 'none') FROM toolbox.runs r LEFT JOIN toolbox.topics t ON t.id = r.topic
             WHERE r.tool_id = ?
            """)
        .param(tool)
        .query(String.class)
        .list();
  }

  private static Runs.Ended ended(Runs.Outcome outcome) {
    return new Runs.Ended(outcome, 3, 2, new BigDecimal("0.25"), null);
  }

  private List<String> told(UUID tool) {
    return publishing
        .jdbc
        .sql(
            "SELECT format('%s %s %s %s %s', outcome, passages, cited, trim_scale(cost),"
                + " coalesce(rating::text, 'null')) FROM toolbox.runs WHERE tool_id = ?")
        .param(tool)
        .query(String.class)
        .list();
  }
}
