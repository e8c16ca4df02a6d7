package app.madang.functions.documents;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.functions.documents.Client.Answer;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CollectionsIT {

  @Test
  void whoMakesACollectionOwnsIt() {
    Client maker = Platform.as("maker");
    Answer made = maker.call("createCollection", "POST", "/v1/collections", "{\"name\":\"취업규칙\"}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.body().path("role").asString()).isEqualTo("owner");
    assertThat(made.body().path("documentCount").asInt()).isZero();
    assertThat(maker.getCollection(made.id()).body().path("name").asString()).isEqualTo("취업규칙");
  }

  @Test
  void forAStrangerItDoesNotExist() {
    UUID id = Platform.as("maker").createCollection("비밀");
    Client stranger = Platform.as("stranger");
    assertThat(stranger.getCollection(id).status()).isEqualTo(404);
    assertThat(rename(stranger, id).status()).isEqualTo(404);
    assertThat(stranger.startUpload(id, "a.txt", 1).status()).isEqualTo(404);
    assertThat(stranger.share(id, "{\"kind\":\"everyone\"}", "reader").status()).isEqualTo(404);
    assertThat(delete(stranger, id).status()).isEqualTo(404);
    String list = "/v1/collections/" + id + "/documents";
    assertThat(stranger.call("listDocuments", "GET", list, "").status()).isEqualTo(404);
    String grants = "/v1/collections/" + id + "/grants";
    assertThat(stranger.call("listGrants", "GET", grants, "").status()).isEqualTo(404);
  }

  @Test
  void itsOwnersSayForWhomItsDocumentsAre() {
    Client maker = Platform.as("maker");
    UUID id = maker.createCollection("인사 기록");
    assertThat(maker.getCollection(id).body().path("clearance").asString()).isEqualTo("internal");
    Answer set = clear(maker, id, "confidential");
    assertThat(set.status()).isEqualTo(200);
    assertThat(set.body().path("clearance").asString()).isEqualTo("confidential");
    assertThat(clear(maker, id, "top-secret").status()).isEqualTo(400);
    maker.share(id, "{\"kind\":\"everyone\"}", "editor");
    Client editor = Platform.as("editor-of-all");
    assertThat(clear(editor, id, "public").status()).isEqualTo(403);
    assertThat(editor.getCollection(id).body().path("clearance").asString())
        .isEqualTo("confidential");
  }

  @Test
  void whoSeesItSeesTheToolsThatReadItAndItsOwnersHowManyOthersThereAre() {
    Client maker = Platform.as("maker");
    UUID id = maker.createCollection("읽히는 규정");
    maker.share(id, "{\"kind\":\"everyone\"}", "reader");
    UUID open = live(id, "휴가 도우미", true);
    live(id, "임원 도우미", false);
    live(UUID.randomUUID(), "다른 도우미", true);
    assertThat(tools(maker, id).toString())
        .isEqualTo(
            """
            {"items":[{"id":"%s","name":{"ko":"휴가 도우미"},"icon":"chat"}],"count":2,"others":1}"""
                .formatted(open));
    JsonNode read = tools(Platform.as("reader-of-tools"), id);
    assertThat(read.path("count").asInt()).isEqualTo(1);
    assertThat(read.path("others").asInt()).isZero();

    // what only a canary reads is named to its people, counted for the owner, and gone when it ends
    UUID narrow = maker.createCollection("카나리아의 규정");
    maker.share(narrow, "{\"kind\":\"everyone\"}", "reader");
    release(open, 3, narrow);
    canary(open, 3, 50);
    Client drawn = oneWho(open, 50, true);
    Client others = oneWho(open, 50, false);
    assertThat(tools(drawn, narrow).at("/items/0/id").asString()).isEqualTo(open.toString());
    assertThat(tools(others, narrow).path("count").asInt()).isZero();
    assertThat(tools(maker, narrow).path("count").asInt()).isEqualTo(1);
    // what the others use is read as before
    assertThat(tools(others, id).path("count").asInt()).isEqualTo(1);
    canary(open, null, null);
    assertThat(tools(drawn, narrow).path("count").asInt()).isZero();

    // what is live now reads something else; what was taken off reads nothing
    UUID other = live(id, "남는 도우미", true);
    release(open, 2, UUID.randomUUID());
    Platform.superuser()
        .sql("UPDATE toolbox.shelf SET number = 2 WHERE tool_id = ?")
        .param(open)
        .update();
    assertThat(tools(maker, id).at("/items/0/id").asString()).isEqualTo(other.toString());
    Platform.superuser()
        .sql(
            "DELETE FROM toolbox.shelf WHERE tool_id IN (SELECT tool_id FROM toolbox.readings WHERE collection_id = ?)")
        .param(id)
        .update();
    assertThat(tools(maker, id).path("count").asInt()).isZero();
    String path = "/v1/collections/" + maker.createCollection("비밀") + "/tools";
    assertThat(Platform.as("stranger").call("listCollectionTools", "GET", path, "").status())
        .isEqualTo(404);
  }

  private static void canary(UUID tool, Integer number, Integer percent) {
    Platform.superuser()
        .sql(
            "UPDATE toolbox.shelf SET canary = CAST(? AS integer), percent = CAST(? AS smallint) WHERE tool_id = ?")
        .params(number, percent, tool)
        .update();
  }

  /** Somebody who is among the people of a canary, or is not. */
  private static Client oneWho(UUID tool, int percent, boolean drawn) {
    for (int i = 0; i < 100; i++) {
      String name = "drawn-" + i;
      Client person = Platform.as(name);
      person.getCollection(UUID.randomUUID());
      boolean is =
          Platform.superuser()
              .sql(
                  "SELECT toolbox.bucket(?, id) < ? FROM identity.users WHERE email LIKE ? || '@%'")
              .params(tool, percent, name)
              .query(Boolean.class)
              .single();
      if (is == drawn) {
        return person;
      }
    }
    throw new AssertionError("nobody");
  }

  private static JsonNode tools(Client person, UUID collection) {
    String path = "/v1/collections/" + collection + "/tools";
    return person.call("listCollectionTools", "GET", path, "").body();
  }

  /** A live tool as the publishing function would have released it. */
  private static UUID live(UUID collection, String name, boolean everyone) {
    UUID tool = UUID.randomUUID();
    Platform.superuser()
        .sql(
            """
            WITH acl AS (INSERT INTO identity.acls DEFAULT VALUES RETURNING id),
                 grants AS (INSERT INTO identity.grants (acl_id, subject_kind, role)
                   SELECT id, 'everyone', 'reader' FROM acl WHERE :everyone)
            INSERT INTO toolbox.tools (id, acl_id, version, status, name_ko, icon, instructions, collection_ids,
              starters_ko, starters_en, created_by, created_at, updated_at, releases, live, live_at)
            SELECT :tool, id, 0, 'LIVE', :name, 'chat', 'x', '{}', '{}', '{}', :tool, now(), now(), 1, 1, now() FROM acl
            """)
        .param("tool", tool)
        .param("name", name)
        .param("everyone", everyone)
        .update();
    release(tool, 1, collection);
    Platform.superuser()
        .sql(
            "INSERT INTO toolbox.shelf (tool_id, number, acl_id, released_at)"
                + " SELECT id, 1, acl_id, now() FROM toolbox.tools WHERE id = ?")
        .param(tool)
        .update();
    return tool;
  }

  private static void release(UUID tool, int number, UUID collection) {
    Platform.superuser()
        .sql(
            """
            INSERT INTO toolbox.releases (tool_id, number, acl_id, name_ko, icon, instructions, collection_ids,
              starters_ko, starters_en, submitted_by, approved_by)
            SELECT id, :number, acl_id, name_ko, icon, 'x', ARRAY[CAST(:collection AS uuid)], '{}', '{}', id, id
              FROM toolbox.tools WHERE id = :tool
            """)
        .param("tool", tool)
        .param("number", number)
        .param("collection", collection)
        .update();
  }

  private static Answer clear(Client person, UUID id, String clearance) {
    return person.call(
        "setCollectionClearance",
        "PUT",
        "/v1/collections/" + id + "/clearance",
        "{\"clearance\":\"" + clearance + "\"}");
  }

  @Test
  void pagesJoinToTheWholeWithoutRepeats() {
    Client maker = Platform.as("pager");
    Set<String> made = new HashSet<>();
    for (int i = 0; i < 7; i++) {
      made.add(maker.createCollection("모음 " + i % 3).toString());
    }
    Set<String> seen = new HashSet<>();
    String cursor = "";
    int pages = 0;
    do {
      String path = "/v1/collections?limit=3" + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
      JsonNode page = maker.call("listCollections", "GET", path, "").body();
      page.path("items").forEach(item -> assertThat(seen.add(item.path("id").asString())).isTrue());
      cursor = page.path("nextCursor").asString("");
      pages++;
    } while (!cursor.isEmpty());
    assertThat(seen).containsAll(made);
    assertThat(pages).isEqualTo((seen.size() + 2) / 3);
  }

  @Test
  void aDeletedCollectionIsGoneAtOnce() {
    Client maker = Platform.as("maker");
    UUID id = maker.createCollection("곧 지울 것");
    UUID document = maker.upload(id, "a.txt");
    assertThat(delete(maker, id).status()).isEqualTo(204);
    assertThat(maker.getCollection(id).status()).isEqualTo(404);
    assertThat(maker.getDocument(document).status()).isEqualTo(404);
    assertThat(delete(maker, id).status()).isEqualTo(404);
  }

  @Test
  void oddInputIsRefusedByName() {
    Client maker = Platform.as("maker");
    Answer blank = maker.call("createCollection", "POST", "/v1/collections", "{\"name\":\" \"}");
    assertThat(blank.status()).isEqualTo(400);
    assertThat(blank.body().path("errors").get(0).path("field").asString()).isEqualTo("name");
    String bent = "/v1/collections?cursor=bm90IGEgY3Vyc29y";
    assertThat(maker.call("listCollections", "GET", bent, "").status()).isEqualTo(400);
  }

  private static Answer rename(Client person, UUID id) {
    return person.call("renameCollection", "PATCH", "/v1/collections/" + id, "{\"name\":\"x\"}");
  }

  private static Answer delete(Client person, UUID id) {
    return person.call("deleteCollection", "DELETE", "/v1/collections/" + id, "");
  }
}
