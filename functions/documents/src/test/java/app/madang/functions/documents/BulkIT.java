package app.madang.functions.documents;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.StatementCounter;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many files at once, versions of one, and reading failures again. */
class BulkIT {

  private final Client owner = Platform.as("bulky");
  private final UUID collection = owner.createCollection("한꺼번에");

  @Test
  void aThousandFilesCostAsManyStatementsAsOne() {
    int before = StatementCounter.PREPARED.get();
    start(files(1, i -> file("하나.txt", "")), "");
    int one = StatementCounter.PREPARED.get() - before;
    Client.Answer batch = start(files(1000, i -> file(i + ".txt", "")), "");
    assertThat(StatementCounter.PREPARED.get() - before - one)
        .isEqualTo(one)
        .isLessThanOrEqualTo(6);
    assertThat(batch.body().path("files")).hasSize(1000);
    String path = "/v1/uploads/" + batch.body().path("batchId").asString();
    Client.Answer progress = owner.call("getUploads", "GET", path + "?limit=100", "");
    assertThat(progress.body().path("total").asInt()).isEqualTo(1000);
    assertThat(progress.body().path("counts").path("UPLOADING").asInt()).isEqualTo(1000);
    assertThat(progress.body().path("items").path(0).path("name").asString()).isEqualTo("0.txt");
    String next = progress.body().path("nextCursor").asString();
    Client.Answer second = owner.call("getUploads", "GET", path + "?limit=100&cursor=" + next, "");
    assertThat(second.body().path("items").path(0).path("name").asString()).isEqualTo("100.txt");
    assertThat(Platform.as("bulky-stranger").call("getUploads", "GET", path, "").status())
        .isEqualTo(404);
  }

  @Test
  void theSameBytesAreToldAndOneBadFileKeepsNobodyOut() {
    String hash = "ab".repeat(32);
    UUID first = documentId(start(files(1, i -> file("원본.txt", hash)), ""), 0);
    // announced and never sent: it keeps nobody out
    UUID second = documentId(start(files(1, i -> file("원본.txt", hash)), ""), 0);
    assertThat(second).isNotEqualTo(first);
    Library.read(first, "하나뿐인 원본");
    String files =
        "[%s,%s,%s,%s]"
            .formatted(
                file("사본.txt", hash),
                file("다른.txt", "cd".repeat(32)),
                "{\"name\":\"큰.txt\",\"size\":999999999}",
                "{\"name\":\"나\\u202e쁜.txt\",\"size\":1}");
    Client.Answer batch = start(files, "");
    assertThat(batch.body().path("files").path(0).path("duplicateOf").path("documentId").asString())
        .isEqualTo(first.toString());
    assertThat(documentId(batch, 1)).isNotEqualTo(first);
    assertThat(batch.body().path("files").path(2).path("problem").path("code").asString())
        .isEqualTo("too_large");
    assertThat(batch.body().path("files").path(3).path("problem").path("code").asString())
        .isEqualTo("name");
    assertThat(documentId(start("[" + file("또.txt", hash) + "]", ",\"duplicates\":\"keep\""), 0))
        .isNotEqualTo(first);
    UUID elsewhere = owner.createCollection("다른 곳");
    Client.Answer other =
        owner.call(
            "startUploads",
            "POST",
            "/v1/collections/" + elsewhere + "/uploads",
            "{\"files\":[" + file("여기선 처음.txt", hash) + "]}");
    assertThat(documentId(other, 0)).isNotEqualTo(first);
  }

  @Test
  void aBrokenUploadGoesOnWithNewAddresses() {
    Client.Answer batch = start(files(1, i -> file("끊김.txt", "")), "");
    UUID document = documentId(batch, 0);
    Library.age(document, "20 hours");
    Platform.sweep();
    assertThat(owner.getDocument(document).body().path("status").asString()).isEqualTo("UPLOADING");
    Platform.superuser()
        .sql(
            "UPDATE knowledge.documents SET upload_until = now() - interval '1 second' WHERE id = :id")
        .param("id", document)
        .update();
    Library.age(document, "25 hours");
    Platform.sweep();
    assertThat(owner.getDocument(document).body().path("status").asString()).isEqualTo("FAILED");
    Client.Answer addresses = address(batch, document);
    assertThat(addresses.body().path("items").path(0).path("upload").path("url").asString())
        .startsWith("http");
    assertThat(owner.getDocument(document).body().path("status").asString()).isEqualTo("UPLOADING");
    Platform.Worker worker = Platform.INGESTION;
    worker.transactions().run(() -> worker.documents().claim(document, 1L));
    assertThat(address(batch, document).body().path("items")).isEmpty();
  }

  @Test
  void aNewVersionTakesOverWhenItIsReadAndCitationsKeepTheOld() {
    UUID old = Library.chunked(owner, collection, "연차는 팔색조 열다섯 날이다");
    String passage = owner.search("팔색조").body().path("hits").path(0).path("passageId").asString();
    UUID second = version(old);
    UUID third = version(old);
    assertThat(owner.search("팔색조").body().path("hits")).hasSize(1);
    assertThat(owner.getDocument(old).body().path("replacement").path("version").asInt())
        .isEqualTo(3);
    Library.read(third, "연차는 팔색조 스무 날이다");
    assertThat(found()).containsExactly(third.toString());
    // read late: it does not come back over the newer one
    Library.read(second, "연차는 팔색조 열여섯 날이다");
    assertThat(found()).containsExactly(third.toString());
    Client.Answer cited = owner.call("getPassage", "GET", "/v1/passages/" + passage, "");
    assertThat(cited.body().path("standing").asString()).isEqualTo("superseded");
    assertThat(cited.status()).isEqualTo(200);
    Client.Answer versions =
        owner.call("listVersions", "GET", "/v1/documents/" + old + "/versions", "");
    assertThat(versions.body().path("items").valueStream().map(v -> v.path("standing").asString()))
        .containsExactly("current", "superseded", "superseded");
    String list = "/v1/collections/" + collection + "/documents";
    assertThat(owner.call("listDocuments", "GET", list, "").body().path("items")).hasSize(1);
    owner.deleteDocument(third);
    assertThat(owner.getDocument(old).status()).isEqualTo(404);
  }

  @Test
  void whatReplacesAnExpiredDocumentIsFound() {
    UUID old = Library.chunked(owner, collection, "무당새 규정은 끝났다");
    owner.call(
        "putProperties",
        "PUT",
        "/v1/documents/" + old + "/properties",
        "{\"tags\":[],\"metadata\":{},\"expiresAt\":\"%s\"}"
            .formatted(java.time.Instant.now().minusSeconds(1)));
    assertThat(found("무당새")).isEmpty();
    UUID next = version(old);
    Library.read(next, "무당새 규정은 새로 시작한다");
    assertThat(found("무당새")).containsExactly(next.toString());
  }

  @Test
  void allFailuresThatCanBeMendedAreReadAgain() {
    Client.Answer batch = start(files(30, i -> file(i + ".txt", "")), "");
    Platform.superuser()
        .sql(
            """
            UPDATE knowledge.documents SET status = 'FAILED',
              failure = CASE WHEN id = :locked THEN 'upload_expired' ELSE 'internal' END
            WHERE collection_id = :collection
            """)
        .param("locked", documentId(batch, 29))
        .param("collection", collection)
        .update();
    String path = "/v1/collections/" + collection + "/retry";
    assertThat(owner.call("retryDocuments", "POST", path, "").body().path("documents").asInt())
        .isEqualTo(29);
    assertThat(owner.call("retryDocuments", "POST", path, "").body().path("documents").asInt())
        .isZero();
    assertThat(Platform.heard("ingestion.document-requested", documentId(batch, 0))).isTrue();
    Platform.sweep();
    assertThat(Platform.heard("ingestion.document-requested", documentId(batch, 28))).isTrue();
    assertThat(Platform.as("bulky-other").call("retryDocuments", "POST", path, "").status())
        .isEqualTo(404);
  }

  private java.util.List<String> found() {
    return found("팔색조");
  }

  private java.util.List<String> found(String word) {
    return owner
        .search(word)
        .body()
        .path("hits")
        .valueStream()
        .map(hit -> hit.path("documentId").asString())
        .toList();
  }

  private UUID version(UUID document) {
    Client.Answer session =
        owner.call(
            "startVersion",
            "POST",
            "/v1/documents/" + document + "/versions",
            "{\"name\":\"새.txt\",\"size\":3,\"contentType\":\"text/plain\"}");
    return UUID.fromString(session.body().path("document").path("id").asString());
  }

  private Client.Answer address(Client.Answer batch, UUID document) {
    return owner.call(
        "addressUploads",
        "POST",
        "/v1/uploads/" + batch.body().path("batchId").asString() + "/addresses",
        "{\"documentIds\":[\"" + document + "\"]}");
  }

  private Client.Answer start(String files, String more) {
    return owner.call(
        "startUploads",
        "POST",
        "/v1/collections/" + collection + "/uploads",
        "{\"files\":" + files + more + "}");
  }

  private static String files(int count, IntFunction<String> file) {
    return IntStream.range(0, count).mapToObj(file).collect(Collectors.joining(",", "[", "]"));
  }

  private static String file(String name, String hash) {
    return hash.isEmpty()
        ? "{\"name\":\"%s\",\"size\":10}".formatted(name)
        : "{\"name\":\"%s\",\"size\":10,\"sha256\":\"%s\"}".formatted(name, hash);
  }

  private static UUID documentId(Client.Answer batch, int index) {
    return UUID.fromString(batch.body().path("files").path(index).path("documentId").asString());
  }
}
