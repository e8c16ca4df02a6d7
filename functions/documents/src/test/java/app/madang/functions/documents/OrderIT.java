package app.madang.functions.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders, moves, tags, expiry, totals: what they change, and for whom not. */
class OrderIT {

  private final Client owner = Platform.as("orderly");
  private final Client stranger = Platform.as("orderly-stranger");
  private final UUID collection = owner.createCollection("정리");

  @Test
  void foldersMakeATreeInWhichNamesAreOnce() {
    UUID top = folder(collection, "규정", null).id();
    assertThat(folder(collection, "규정", null).code()).isEqualTo("name_taken");
    assertThat(folder(collection, "규정", top).status()).isEqualTo(201);
    assertThat(folder(collection, "나\\u202e쁜", null).code()).isEqualTo("invalid_request");
    Client.Answer list = owner.call("listFolders", "GET", folders(collection), "");
    assertThat(list.body().path("items")).hasSize(2);
    assertThat(stranger.call("listFolders", "GET", folders(collection), "").status())
        .isEqualTo(404);
    assertThat(stranger.call("deleteFolder", "DELETE", "/v1/folders/" + top, "").status())
        .isEqualTo(404);
    owner.share(collection, "{\"kind\":\"everyone\"}", "reader");
    assertThat(stranger.call("listFolders", "GET", folders(collection), "").status())
        .isEqualTo(200);
    assertThat(stranger.call("deleteFolder", "DELETE", "/v1/folders/" + top, "").status())
        .isEqualTo(403);
  }

  @Test
  void aFolderNeverMovesIntoItselfWhoeverMovesAtOnce() throws Exception {
    UUID a = folder(collection, "가", null).id();
    UUID b = folder(collection, "나", null).id();
    assertThat(move(collection, List.of(), List.of(a), a).code()).isEqualTo("folder_cycle");
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Callable<Client.Answer>> both =
          List.of(
              () -> move(collection, List.of(), List.of(a), b),
              () -> move(collection, List.of(), List.of(b), a));
      List<Integer> statuses =
          two.invokeAll(both).stream().map(f -> f.resultNow().status()).sorted().toList();
      assertThat(statuses).containsExactly(200, 409);
    }
  }

  @Test
  void whatMovesTakesOverTheRightsOfWhereItGoes() {
    owner.share(collection, "{\"kind\":\"everyone\"}", "reader");
    UUID folder = folder(collection, "이사", null).id();
    UUID document = Library.chunked(owner, collection, "노랑부리저어새가 갯벌에 왔다");
    Library.embed(document);
    assertThat(move(collection, List.of(document), List.of(), folder).status()).isEqualTo(200);
    assertThat(found(stranger, "노랑부리저어새")).contains(document);
    UUID closed = owner.createCollection("닫힌 곳");
    assertThat(move(closed, List.of(), List.of(folder), null).body().path("documents").asInt())
        .isEqualTo(1);
    assertThat(found(stranger, "노랑부리저어새")).doesNotContain(document);
    assertThat(stranger.getDocument(document).status()).isEqualTo(404);
    assertThat(found(owner, "노랑부리저어새")).contains(document);
    assertThat(owner.getDocument(document).body().path("folderId").asString())
        .isEqualTo(folder.toString());
    assertThat(left(document, closed)).isZero();
  }

  @Test
  void aFolderMovesWhileWhatLiesInItIsBeingDeleted() {
    UUID folder = folder(collection, "비우는 중", null).id();
    UUID going = owner.upload(collection, "가는.txt");
    UUID staying = owner.upload(collection, "남는.txt");
    move(collection, List.of(going, staying), List.of(), folder);
    owner.deleteDocument(going);
    UUID elsewhere = owner.createCollection("옮긴 곳");
    Client.Answer moved = move(elsewhere, List.of(), List.of(folder), null);
    assertThat(moved.status()).isEqualTo(200);
    assertThat(moved.body().path("documents").asInt()).isEqualTo(1);
    assertThat(owner.getDocument(staying).body().path("folderId").asString())
        .isEqualTo(folder.toString());
    assertThat(owner.getDocument(going).status()).isEqualTo(404);
  }

  /** The move waits for whoever begins a version, and takes the new one along. */
  @Test
  void aVersionBegunDuringAMoveGoesAlong() throws Exception {
    UUID document = Library.chunked(owner, collection, "따오기가 돌아왔다");
    UUID elsewhere = owner.createCollection("따라간 곳");
    try (ExecutorService one = Executors.newSingleThreadExecutor();
        Connection other = Platform.superuserConnection()) {
      other.setAutoCommit(false);
      try (Statement statement = other.createStatement()) {
        statement.execute(
            "SELECT FROM knowledge.documents WHERE id = '%s' FOR NO KEY UPDATE"
                .formatted(document));
        Future<Client.Answer> moving =
            one.submit(() -> move(elsewhere, List.of(document), List.of(), null));
        Platform.awaitWaiting();
        statement.execute(
            "UPDATE knowledge.documents SET series_id = id WHERE id = '%s'".formatted(document));
        statement.execute(
            """
            INSERT INTO knowledge.documents (collection_id, acl_id, series_id, version, standing, name, size, content_type, created_by)
            SELECT collection_id, acl_id, series_id, 2, 'coming', 'x.txt', 1, 'text/plain', created_by
            FROM knowledge.documents WHERE id = '%s'
            """
                .formatted(document));
        other.commit();
        assertThat(moving.get().status()).isEqualTo(200);
      }
    }
    assertThat(
            Platform.superuser()
                .sql(
                    """
                    SELECT count(*) FROM knowledge.documents d JOIN knowledge.collections c ON c.acl_id = d.acl_id
                    WHERE d.series_id = :id AND d.collection_id = :to AND c.id = :to
                    """)
                .param("id", document)
                .param("to", elsewhere)
                .query(Long.class)
                .single())
        .isEqualTo(2);
  }

  /** Whoever begins a version during a move waits for it and begins it in the new place. */
  @Test
  void aVersionWaitsForTheMoveOfItsDocument() throws Exception {
    UUID document = Library.chunked(owner, collection, "황새가 둥지를 틀었다");
    UUID elsewhere = owner.createCollection("먼저 간 곳");
    try (ExecutorService one = Executors.newSingleThreadExecutor();
        Connection mover = Platform.superuserConnection()) {
      mover.setAutoCommit(false);
      try (Statement statement = mover.createStatement()) {
        statement.execute(
            """
            UPDATE knowledge.documents d SET collection_id = c.id, acl_id = c.acl_id
            FROM knowledge.collections c WHERE d.id = '%s' AND c.id = '%s'
            """
                .formatted(document, elsewhere));
        Future<Client.Answer> version =
            one.submit(
                () ->
                    owner.call(
                        "startVersion",
                        "POST",
                        "/v1/documents/" + document + "/versions",
                        "{\"name\":\"새.txt\",\"size\":3,\"contentType\":\"text/plain\"}"));
        Platform.awaitWaiting();
        mover.commit();
        assertThat(version.get().body().at("/document/collectionId").asString())
            .isEqualTo(elsewhere.toString());
      }
    }
  }

  @Test
  void nobodyMovesIntoOrOutOfWhatTheyMayOnlyRead() {
    UUID theirs = stranger.createCollection("남의 것");
    UUID document = owner.upload(collection, "내.txt");
    assertThat(move(theirs, List.of(document), List.of(), null).status()).isEqualTo(404);
    stranger.share(theirs, "{\"kind\":\"everyone\"}", "reader");
    assertThat(move(theirs, List.of(document), List.of(), null).status()).isEqualTo(403);
    UUID other = stranger.upload(theirs, "남.txt");
    assertThat(move(collection, List.of(document, other), List.of(), null).status()).isEqualTo(403);
    UUID folder = folder(owner.createCollection("다른 모음"), "다른 폴더", null).id();
    assertThat(move(collection, List.of(document), List.of(), folder).status()).isEqualTo(404);
  }

  @Test
  void anExpiredDocumentIsFoundNoMoreAndGoesAMonthLater() {
    UUID document = Library.chunked(owner, collection, "크낙새는 광릉에 살았다");
    assertThat(put(document, "[]", "{}", "2999-01-01T00:00:00Z").status()).isEqualTo(200);
    assertThat(found(owner, "크낙새")).contains(document);
    put(document, "[]", "{}", java.time.Instant.now().minusSeconds(1).toString());
    assertThat(found(owner, "크낙새")).doesNotContain(document);
    Platform.sweep();
    assertThat(owner.getDocument(document).status()).isEqualTo(200);
    put(document, "[]", "{}", "2020-01-01T00:00:00Z");
    Platform.sweep();
    assertThat(owner.getDocument(document).status()).isEqualTo(404);
  }

  @Test
  void searchesFilterByTagsAndMetadata() {
    UUID document = Library.chunked(owner, collection, "뜸부기가 논에서 운다");
    put(document, "[\"인사\",\"규정\"]", "{\"부서\":\"인사팀\"}", null);
    assertThat(filtered("뜸부기", "[\"규정\"]", "{\"부서\":\"인사팀\"}")).isEqualTo(1);
    assertThat(filtered("뜸부기", "[\"규정\",\"없음\"]", "{}")).isZero();
    assertThat(filtered("뜸부기", "[]", "{\"부서\":\"총무팀\"}")).isZero();
    String tagged =
        "/v1/collections/" + collection + "/documents?folder=top&tag=%EA%B7%9C%EC%A0%95";
    assertThat(owner.call("listDocuments", "GET", tagged, "").body().path("items")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "' OR 1=1 --",
        "}' OR true; --",
        "\\\"}') OR ('1'='1",
        "{}",
        "a\\\\",
        "%",
        "$1",
        ":metadata",
        "\\u0027||(SELECT 1)||\\u0027"
      })
  void craftedFiltersAreOnlyValues(String crafted) {
    Library.chunked(owner, collection, "비밀스러운 호반새");
    for (String body :
        List.of(
            "{\"text\":\"호반새\",\"tags\":[\"%s\"]}".formatted(crafted),
            "{\"text\":\"호반새\",\"metadata\":{\"%s\":\"x\"}}".formatted(crafted),
            "{\"text\":\"호반새\",\"metadata\":{\"x\":\"%s\"}}".formatted(crafted))) {
      for (Client person : List.of(owner, stranger)) {
        Client.Answer answer = person.call("searchPassages", "POST", "/v1/search", body);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("hits")).isEmpty();
      }
    }
  }

  @Test
  void totalsCountWhatIsThereAndTheCompanysAreForAdministrators() {
    owner.upload(collection, "하나.txt");
    Client.Answer totals =
        owner.call("getStorage", "GET", "/v1/collections/" + collection + "/storage", "");
    assertThat(totals.body().path("documents").asInt()).isEqualTo(1);
    assertThat(totals.body().path("bytes").asInt()).isEqualTo(10);
    assertThat(owner.call("getCompanyStorage", "GET", "/v1/admin/storage", "").status())
        .isEqualTo(403);
    Client admin = Platform.as("admin");
    Client.Answer all = admin.call("getCompanyStorage", "GET", "/v1/admin/storage", "");
    assertThat(all.body().path("bytes").asInt()).isGreaterThanOrEqualTo(10);
  }

  @Test
  void aDeletedFolderTakesAllThatLiesInItAlong() {
    UUID top = folder(collection, "버림", null).id();
    UUID below = folder(collection, "아래", top).id();
    UUID document = owner.upload(collection, "버림.txt");
    move(collection, List.of(document), List.of(), below);
    assertThat(owner.call("deleteFolder", "DELETE", "/v1/folders/" + top, "").status())
        .isEqualTo(204);
    assertThat(owner.getDocument(document).status()).isEqualTo(404);
    assertThat(Platform.heard("documents.document-deleted", document)).isTrue();
    assertThat(owner.call("listFolders", "GET", folders(collection), "").body().path("items"))
        .isEmpty();
  }

  private static List<UUID> found(Client person, String text) {
    return person
        .search(text)
        .body()
        .path("hits")
        .valueStream()
        .map(hit -> UUID.fromString(hit.path("documentId").asString()))
        .toList();
  }

  private Client.Answer folder(UUID where, String name, UUID parent) {
    String body =
        parent == null
            ? "{\"name\":\"%s\"}".formatted(name)
            : "{\"name\":\"%s\",\"parentId\":\"%s\"}".formatted(name, parent);
    return owner.call("createFolder", "POST", folders(where), body);
  }

  private static String folders(UUID where) {
    return "/v1/collections/" + where + "/folders";
  }

  private Client.Answer move(UUID to, List<UUID> documents, List<UUID> folders, UUID folder) {
    String body =
        "{\"documentIds\":%s,\"folderIds\":%s%s}"
            .formatted(
                ids(documents),
                ids(folders),
                folder == null ? "" : ",\"folderId\":\"" + folder + "\"");
    return owner.call("moveItems", "POST", "/v1/collections/" + to + "/move", body);
  }

  private static String ids(List<UUID> ids) {
    return ids.stream().map(id -> "\"" + id + "\"").toList().toString();
  }

  private Client.Answer put(UUID document, String tags, String metadata, String expires) {
    String body =
        "{\"tags\":%s,\"metadata\":%s%s}"
            .formatted(tags, metadata, expires == null ? "" : ",\"expiresAt\":\"" + expires + "\"");
    return owner.call("putProperties", "PUT", "/v1/documents/" + document + "/properties", body);
  }

  private int filtered(String text, String tags, String metadata) {
    String body = "{\"text\":\"%s\",\"tags\":%s,\"metadata\":%s}".formatted(text, tags, metadata);
    return owner.call("searchPassages", "POST", "/v1/search", body).body().path("hits").size();
  }

  /** Rows of a document's content that did not follow it, and totals that do not add up. */
  private static long left(UUID document, UUID collection) {
    return Platform.superuser()
        .sql(
            """
            WITH c AS (SELECT number, acl_id FROM knowledge.collections WHERE id = :collection),
              p AS (SELECT * FROM knowledge.passages WHERE document_id = :document)
            SELECT (SELECT count(*) FROM p, c WHERE p.collection <> c.number OR p.acl_id <> c.acl_id)
              + (SELECT count(*) FROM knowledge.postings t JOIN p ON p.block = t.block, c
                 WHERE t.collection <> c.number OR t.acl_id <> c.acl_id)
              + (SELECT count(*) FROM knowledge.vectors v JOIN p ON p.id = v.passage_id, c
                 WHERE v.collection <> c.number OR v.acl_id <> c.acl_id)
              + abs((SELECT count(*) FROM p)
                - (SELECT coalesce(sum(d.passages), 0) FROM knowledge.corpus_deltas d, c WHERE d.collection = c.number))
            """)
        .param("document", document)
        .param("collection", collection)
        .query(Long.class)
        .single();
  }
}
