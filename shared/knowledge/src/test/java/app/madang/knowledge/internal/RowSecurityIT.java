package app.madang.knowledge.internal;

import static app.madang.knowledge.internal.Accounts.CHAT;
import static app.madang.knowledge.internal.Accounts.DOCUMENTS;
import static app.madang.knowledge.internal.Accounts.EMBEDDING;
import static app.madang.knowledge.internal.Accounts.INGESTION;
import static app.madang.knowledge.internal.Accounts.SUPERUSER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.knowledge.internal.Accounts.Shelf;
import app.madang.runtime.Caller;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** What each account may do, asked of the database itself: no code of ours stands between. */
class RowSecurityIT {

  private final Caller owner = Accounts.person();
  private final Caller reader = Accounts.person();
  private final Caller stranger = Accounts.person();
  private final Shelf shelf = Accounts.shelf(owner);
  private final UUID document = Accounts.read(owner, shelf, "비밀 문서", "secret paper");

  @BeforeEach
  void share() {
    grant("person", reader.id(), "reader");
  }

  @ParameterizedTest
  @ValueSource(strings = {"collections", "documents", "passages", "postings", "corpus_deltas"})
  void readersSeeAndStrangersDoNot(String table) {
    for (Accounts.Account account : new Accounts.Account[] {CHAT, DOCUMENTS}) {
      assertThat(account.as(reader, () -> account.count(table))).isPositive();
      assertThat(account.as(stranger, () -> account.count(table))).isZero();
      assertThat(account.transactions.call(() -> account.count(table))).isZero();
      assertThat(account.count(table)).isZero();
    }
  }

  @Test
  void aGroupInAGroupReadsAtOnceAndNoLonger() {
    UUID outer = group();
    UUID inner = group();
    member(outer, "member_group", inner);
    grant("group", outer, "reader");
    assertThat(passages(stranger)).isZero();
    member(inner, "member_user", stranger.id());
    assertThat(passages(stranger)).isEqualTo(2);
    SUPERUSER
        .jdbc
        .sql("DELETE FROM identity.group_members WHERE group_id = ?")
        .param(inner)
        .update();
    assertThat(passages(stranger)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO knowledge.corpus_deltas VALUES (1, 1, 1, 1)",
        "UPDATE knowledge.documents SET name = 'x'",
        "DELETE FROM knowledge.postings",
        "TRUNCATE knowledge.vectors",
        "INSERT INTO knowledge.collections (name, acl_id, created_by) VALUES ('x', 1, gen_random_uuid())",
      })
  void chatOnlyReads(String sql) {
    assertThatThrownBy(() -> CHAT.as(owner, () -> CHAT.jdbc.sql(sql).update()))
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void workersDoNotReadConversationsOrGrants() {
    for (Accounts.Account worker : new Accounts.Account[] {INGESTION, EMBEDDING}) {
      assertThatThrownBy(
              () -> worker.jdbc.sql("SELECT * FROM identity.grants").query().listOfRows())
          .rootCause()
          .hasMessageContaining("permission denied");
    }
    assertThatThrownBy(() -> EMBEDDING.jdbc.sql("DELETE FROM knowledge.passages").update())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void aReaderChangesNothingEvenPastTheCode() {
    String rename = "UPDATE knowledge.collections SET name = 'x' WHERE id = ?";
    String hide = "UPDATE knowledge.documents SET status = 'DELETING' WHERE id = ?";
    assertThat(update(reader, rename, shelf.id())).isZero();
    assertThat(update(reader, hide, document)).isZero();
    assertThat(update(stranger, hide, document)).isZero();
  }

  @Test
  void anEditorRenamesButDoesNotDeleteTheWhole() {
    Caller editor = Accounts.person();
    grant("person", editor.id(), "editor");
    assertThat(
            update(editor, "UPDATE knowledge.collections SET name = 'x' WHERE id = ?", shelf.id()))
        .isEqualTo(1);
    String delete = "UPDATE knowledge.collections SET deleted_at = now() WHERE id = ?";
    assertThatThrownBy(() -> update(editor, delete, shelf.id()))
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  @Test
  void nobodyPutsADocumentIntoAnothersCollection() {
    Shelf own = Accounts.shelf(stranger);
    Shelf mixed = new Shelf(shelf.id(), shelf.number(), own.acl());
    assertThatThrownBy(() -> Accounts.announced(stranger, mixed))
        .rootCause()
        .hasMessageContaining("row-level security");
    assertThatThrownBy(() -> Accounts.announced(stranger, shelf))
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  @Test
  void theSweepersRightNeedsThatNobodyIsSignedIn() {
    String sweep = "SELECT set_config('app.worker', 'documents', true)";
    long seen =
        DOCUMENTS.as(
            stranger,
            () -> {
              DOCUMENTS.jdbc.sql(sweep).query(String.class).single();
              return DOCUMENTS.count("documents");
            });
    assertThat(seen).isZero();
  }

  @Test
  void everyTableForcesItsPoliciesOnItsOwnerToo() {
    Long unforced =
        SUPERUSER
            .jdbc
            .sql(
                """
                SELECT count(*) FROM pg_class WHERE relnamespace = 'knowledge'::regnamespace
                  AND relkind = 'r' AND relname <> 'flyway_schema_history'
                  AND NOT (relrowsecurity AND relforcerowsecurity)
                """)
            .query(Long.class)
            .single();
    assertThat(unforced).isZero();
  }

  private static int update(Caller person, String sql, UUID id) {
    return DOCUMENTS.as(person, () -> DOCUMENTS.jdbc.sql(sql).param(id).update());
  }

  private static long passages(Caller person) {
    return CHAT.as(person, () -> CHAT.count("passages"));
  }

  private void grant(String kind, UUID subject, String role) {
    SUPERUSER
        .jdbc
        .sql(
            "INSERT INTO identity.grants (acl_id, subject_kind, subject_id, role) VALUES (?, ?, ?, ?)")
        .params(shelf.acl(), kind, subject, role)
        .update();
  }

  private static UUID group() {
    return SUPERUSER
        .jdbc
        .sql("INSERT INTO identity.groups (name) VALUES (?) RETURNING id")
        .param(UUID.randomUUID().toString())
        .query(UUID.class)
        .single();
  }

  private static void member(UUID group, String column, UUID member) {
    SUPERUSER
        .jdbc
        .sql("INSERT INTO identity.group_members (group_id, " + column + ") VALUES (?, ?)")
        .params(group, member)
        .update();
  }
}
