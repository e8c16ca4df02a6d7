package app.madang.functions.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.StatementCounter;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Each operation costs a fixed number of statements, whatever it finds; the first says who calls.
 */
class StatementsIT {

  private final Client builder = Platform.having("counting-maker", "member", "builder");
  private final Client reviewer = Platform.having("counting-judge", "member", "reviewer");

  @Test
  void editsCostFewStatements() {
    builder.store("");
    reviewer.store("");
    // the acl, the row, what is shown of it
    assertThat(cost(() -> builder.create("값"))).isEqualTo(4);
    UUID tool = builder.create("값").id();
    long version = builder.get(tool).version();
    assertThat(cost(() -> builder.get(tool))).isEqualTo(2);
    // rights, the row, its change, what is shown of it
    assertThat(cost(() -> builder.update(tool, "값 2", version))).isEqualTo(5);
    String submission = "{\"version\":" + (version + 1) + "}";
    // as a change, its lock, and whether it must prove itself
    assertThat(
            cost(
                () ->
                    builder.call(
                        "submitTool", "POST", "/v1/tools/" + tool + "/submission", submission)))
        .isEqualTo(7);
    // with its event: written, published, removed
    assertThat(cost(() -> reviewer.approve(tool, version + 2))).isEqualTo(7);
    // two steps: who works, what it reads, its words, the snapshot; who works, the row, which the
    // shelf follows
    assertThat(cost(() -> Platform.release(tool))).isEqualTo(8);
    assertThat(cost(() -> builder.inStore(tool))).isEqualTo(2);
    assertThat(cost(() -> builder.share(tool, "{\"kind\":\"everyone\"}", "user")))
        .isLessThanOrEqualTo(6);
    assertThat(cost(() -> builder.retire(tool))).isEqualTo(5);
  }

  @Test
  void listsCostTheSameForOneToolAndForAHundred() {
    UUID first = builder.released("하나", reviewer);
    UUID waiting = builder.create("기다림").id();
    builder.submit(waiting);
    Supplier<Client.Answer> tools =
        () -> builder.call("listTools", "GET", "/v1/tools?limit=100", "");
    Supplier<Client.Answer> store = () -> builder.store("");
    Supplier<Client.Answer> search = () -> builder.store("&query=Leave");
    Supplier<Client.Answer> reviews =
        () -> reviewer.call("listReviews", "GET", "/v1/reviews?limit=100", "");
    Supplier<Client.Answer> releases =
        () -> builder.call("listToolReleases", "GET", "/v1/tools/" + first + "/releases", "");
    many(first, waiting);
    Supplier<Client.Answer> used = () -> builder.store("&order=used");
    Supplier<Client.Answer> featured = () -> builder.store("&order=featured&query=Leave");
    Supplier<Client.Answer> favourites = () -> builder.store("&order=favourites");
    for (Supplier<Client.Answer> list :
        java.util.List.of(tools, store, search, reviews, used, featured, favourites)) {
      assertThat(list.get().body().path("items")).hasSizeGreaterThanOrEqualTo(100);
      assertThat(cost(list)).isEqualTo(2);
    }
    assertThat(cost(releases)).isEqualTo(3);
  }

  @AfterAll
  static void tidy() {
    for (String table : new String[] {"shelf", "releases"}) {
      Platform.SUPERUSER
          .sql(
              "DELETE FROM toolbox."
                  + table
                  + " WHERE tool_id IN (SELECT id FROM toolbox.tools WHERE created_by = ?)")
          .param(Platform.id("counting-maker"))
          .update();
    }
    Platform.SUPERUSER
        .sql("DELETE FROM toolbox.tools WHERE created_by = ?")
        .param(Platform.id("counting-maker"))
        .update();
  }

  /** A hundred more of each, as if made one by one. */
  private static void many(UUID live, UUID waiting) {
    for (int i = 0; i < 100; i++) {
      Platform.SUPERUSER
          .sql(
              """
              WITH acl AS (INSERT INTO identity.acls DEFAULT VALUES RETURNING id),
                granted AS (INSERT INTO identity.grants (acl_id, subject_kind, subject_id, role)
                  SELECT acl.id, g.subject_kind, g.subject_id, g.role FROM acl, identity.grants g
                   WHERE g.acl_id = (SELECT acl_id FROM toolbox.tools WHERE id = :waiting)),
                tool AS (INSERT INTO toolbox.tools (id, acl_id, version, status, name_ko, icon, instructions, collection_ids, starters_ko,
                    starters_en, created_by, created_at, updated_at, submitted_by, submitted_at, releases, live, live_at)
                  SELECT uuidv7(), acl.id, 0, 'SUBMITTED', name_ko, icon, instructions, collection_ids, starters_ko, starters_en,
                    created_by, now(), now(), submitted_by, now(), 1, 1, now() FROM toolbox.tools t, acl WHERE t.id = :waiting
                  RETURNING *),
                released AS (INSERT INTO toolbox.releases (tool_id, number, acl_id, name_ko, icon, description_ko, instructions, collection_ids,
                    starters_ko, starters_en, submitted_by, approved_by)
                  SELECT id, 1, acl_id, name_ko, icon, name_ko, instructions, collection_ids, starters_ko, starters_en, submitted_by,
                    submitted_by FROM tool RETURNING *),
                shelved AS (INSERT INTO toolbox.shelf SELECT tool_id, number, acl_id, now() FROM released RETURNING *)
              INSERT INTO toolbox.words (tool_id, terms, seers)
                SELECT s.tool_id, w.terms, w.seers FROM shelved s, toolbox.words w WHERE w.tool_id = :live
              """)
          .param("waiting", waiting)
          .param("live", live)
          .update();
    }
    Platform.SUPERUSER.sql("UPDATE toolbox.listings SET people = 3, featured_at = now()").update();
    Platform.SUPERUSER
        .sql(
            "INSERT INTO toolbox.favourites (person_id, tool_id) SELECT ?, tool_id FROM toolbox.listings")
        .param(Platform.id("counting-maker"))
        .update();
  }

  private static int cost(Supplier<Client.Answer> call) {
    int before = StatementCounter.PREPARED.get();
    assertThat(call.get().status()).isLessThan(300);
    return StatementCounter.PREPARED.get() - before;
  }

  private static int cost(Runnable work) {
    int before = StatementCounter.PREPARED.get();
    work.run();
    return StatementCounter.PREPARED.get() - before;
  }
}
