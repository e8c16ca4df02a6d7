package app.madang.functions.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.functions.documents.source.Recorded;
import app.madang.functions.documents.source.RecordedSources;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Who may read a file in Drive finds it here, if they see the collection; nobody else does. */
class SourceRightsIT {

  private static final String FILE =
      """
      {"id":"%s","name":"%s","mimeType":"text/plain","md5Checksum":"%s","trashed":false,
       "parents":["1rights"],"permissions":[%s]}""";

  private final Recorded drive = RecordedSources.get().drive();
  private final Client owner = Platform.as("builder");
  private final Client employee = Platform.as("employee");
  private final Client reviewer = Platform.as("reviewer");
  private final UUID collection = owner.createCollection("드라이브");

  @Test
  void rightsOfTheFileAndOfTheCollectionAreBothNeededAndFollowTheSource() {
    UUID group = group("legal@madang.example", "reviewer");
    String first =
        FILE.formatted(
            "f1",
            "가을.txt",
            "m1",
            person("Employee@madang.example") + "," + person("x@else.example"));
    String second =
        FILE.formatted(
            "f2",
            "겨울.txt",
            "m2",
            "{\"type\":\"group\",\"emailAddress\":\"legal@madang.example\",\"role\":\"reader\"}");
    drive
        .bytes("/changes/startPageToken", "{\"startPageToken\":\"1\"}")
        .bytes("'1rights' in parents", "{\"files\":[" + first + "," + second + "]}")
        .bytes("/files/f1?alt=media", "단풍")
        .bytes("/files/f2?alt=media", "눈꽃");
    UUID connector = create();
    run(connector);
    UUID autumn = document("가을.txt");
    UUID winter = document("겨울.txt");
    Library.read(autumn, "단풍놀이");
    Library.read(winter, "눈꽃축제");

    // not without the collection
    assertThat(found(employee, "단풍놀이")).isEmpty();
    owner.share(collection, "{\"kind\":\"everyone\"}", "editor");
    assertThat(found(employee, "단풍놀이")).containsExactly(autumn);
    assertThat(found(employee, "눈꽃축제")).isEmpty();
    assertThat(found(reviewer, "눈꽃축제")).containsExactly(winter);
    assertThat(found(reviewer, "단풍놀이")).isEmpty();
    // who owns the collection has no rights in Drive
    assertThat(found(owner, "단풍놀이")).isEmpty();
    assertThat(owner.getDocument(autumn).status()).isEqualTo(404);

    // nobody widens them by moving, changing or deleting
    UUID target = employee.createCollection("나만의 것");
    String move = "{\"documentIds\":[\"%s\"]}".formatted(autumn);
    assertThat(
            employee
                .call("moveItems", "POST", "/v1/collections/" + target + "/move", move)
                .status())
        .isIn(403, 409);
    assertThat(employee.deleteDocument(autumn).status()).isEqualTo(403);

    // the source takes a right away and a file
    String closed = FILE.formatted("f1", "가을.txt", "m1", person("x@else.example"));
    drive.bytes(
        "/changes?",
        "{\"newStartPageToken\":\"2\",\"changes\":[{\"fileId\":\"f1\",\"file\":"
            + closed
            + "},{\"fileId\":\"f2\",\"removed\":true}]}");
    owner.call("runConnector", "POST", "/v1/connectors/" + connector + "/run", "");
    run(connector);
    assertThat(found(employee, "단풍놀이")).isEmpty();
    assertThat(employee.getDocument(autumn).status()).isEqualTo(404);
    assertThat(found(reviewer, "눈꽃축제")).isEmpty();
    long acl = acl(winter);
    Platform.push("documents.document-deleted", "{\"documentId\":\"" + winter + "\"}");
    assertThat(Library.remains(winter)).isZero();
    assertThat(count("identity.acls", acl)).isZero();

    // a document that somebody took away, with its rights, stops no further run
    Platform.superuser()
        .sql("UPDATE knowledge.documents SET status = 'DELETING' WHERE id = ?")
        .param(autumn)
        .update();
    Platform.push("documents.document-deleted", "{\"documentId\":\"" + autumn + "\"}");
    drive.bytes("/changes?", "{\"newStartPageToken\":\"3\",\"changes\":[]}");
    owner.call("runConnector", "POST", "/v1/connectors/" + connector + "/run", "");
    run(connector);
    assertThat(
            owner
                .call("getConnector", "GET", "/v1/connectors/" + connector, "")
                .body()
                .path("state")
                .asString())
        .isEqualTo("waiting");
    Platform.superuser().sql("DELETE FROM identity.groups WHERE id = ?").param(group).update();
  }

  @Test
  void onlyTheWorkerMapsRightsOrDeletesThem() {
    JdbcClient documents =
        JdbcClient.create(
            new DriverManagerDataSource(
                Platform.STACK.jdbcUrl(), "documents", Platform.STACK.password()));
    long acl =
        Platform.superuser()
            .sql("SELECT acl_id FROM knowledge.collections WHERE id = ?")
            .param(collection)
            .query(Long.class)
            .single();
    for (String crafted :
        List.of(
            "SELECT identity.map_acl(NULL, '{builder@madang.example}', '{}', true)::text",
            "SELECT identity.map_acl(" + acl + ", '{}', '{}', true)::text",
            "SELECT identity.drop_mapped_acl(" + acl + ")::text",
            "SELECT identity.delete_acl(" + acl + ")::text")) {
      assertThatThrownBy(() -> documents.sql(crafted).query(String.class).list())
          .as(crafted)
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageMatching("(?s).*(only for the worker|not an owner).*");
    }
    // nor does the worker take over rights that people gave
    String worker =
        "WITH w AS MATERIALIZED (SELECT set_config('app.worker', 'documents', false))"
            + " SELECT identity.map_acl(%d, '{}', '{}', true)::text FROM w".formatted(acl);
    assertThatThrownBy(() -> documents.sql(worker).query(String.class).list())
        .rootCause()
        .hasMessageContaining("not a mapped acl");
    assertThat(count("identity.acls", acl)).isEqualTo(1);
  }

  private static String person(String address) {
    return "{\"type\":\"user\",\"emailAddress\":\"" + address + "\",\"role\":\"writer\"}";
  }

  private UUID create() {
    return owner
        .call(
            "createConnector",
            "POST",
            "/v1/collections/" + collection + "/connectors",
            "{\"kind\":\"drive\",\"name\":\"드라이브\",\"everyMinutes\":60,\"source\":{\"driveFolder\":\"1rights\"}}")
        .id();
  }

  private static void run(UUID id) {
    assertThat(Platform.push("documents.connector-due", "{\"connectorId\":\"" + id + "\"}"))
        .isEqualTo(204);
  }

  private List<UUID> found(Client person, String words) {
    return StreamSupport.stream(person.search(words).body().path("hits").spliterator(), false)
        .map(hit -> UUID.fromString(hit.path("documentId").asString()))
        .filter(id -> collectionOf(id).equals(collection))
        .toList();
  }

  private static UUID collectionOf(UUID document) {
    return one("SELECT collection_id FROM knowledge.documents WHERE id = ?", document);
  }

  private UUID document(String name) {
    return Platform.superuser()
        .sql("SELECT id FROM knowledge.documents WHERE collection_id = ? AND name = ?")
        .params(collection, name)
        .query(UUID.class)
        .single();
  }

  private static UUID one(String sql, UUID id) {
    return Platform.superuser().sql(sql).param(id).query(UUID.class).single();
  }

  private static long acl(UUID document) {
    return Platform.superuser()
        .sql("SELECT acl_id FROM knowledge.documents WHERE id = ?")
        .param(document)
        .query(Long.class)
        .single();
  }

  private static long count(String table, long id) {
    return Platform.superuser()
        .sql("SELECT count(*) FROM " + table + " WHERE id = ?")
        .param(id)
        .query(Long.class)
        .single();
  }

  /** A group with one member, who has signed in. */
  private static UUID group(String name, String member) {
    Platform.as(member).createCollection("여기 있어요");
    Platform.as("employee").createCollection("여기 있어요");
    UUID id =
        Platform.superuser()
            .sql("INSERT INTO identity.groups (name) VALUES (?) RETURNING id")
            .param(name)
            .query(UUID.class)
            .single();
    Platform.superuser()
        .sql(
            "INSERT INTO identity.group_members (group_id, member_user) SELECT ?, id FROM identity.users WHERE email = ?")
        .params(id, member + "@madang.example")
        .update();
    return id;
  }
}
