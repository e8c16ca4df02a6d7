package app.madang.functions.documents;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.functions.documents.Client.Answer;
import app.madang.knowledge.FailureCode;
import app.madang.testing.StatementCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UploadsIT {

  private final Client owner = Platform.as("uploader");

  @Test
  void anAnnouncedFileGetsASignedAddress() {
    UUID collection = owner.createCollection("올리기");
    Answer session = owner.startUpload(collection, "취업규칙.pdf", 1234);
    assertThat(session.status()).isEqualTo(201);
    JsonNode upload = session.body().path("upload");
    assertThat(upload.path("method").asString()).isEqualTo("PUT");
    String id = session.body().path("document").path("id").asString();
    assertThat(upload.path("url").asString()).contains("documents").contains(id);
    JsonNode resumable = session.body().path("resumable");
    assertThat(resumable.path("method").asString()).isEqualTo("POST");
    assertThat(resumable.path("url").asString()).contains(id);
    assertThat(resumable.path("headers").path("x-goog-resumable").asString()).isEqualTo("start");
    assertThat(session.body().path("document").path("status").asString()).isEqualTo("UPLOADING");
    assertThat(owner.getCollection(collection).body().path("documentCount").asInt()).isEqualTo(1);
  }

  @Test
  void anEmptyFileIsAcceptedSoThatItsFailureIsSeen() {
    UUID collection = owner.createCollection("빈 파일");
    assertThat(owner.startUpload(collection, "empty.txt", 0).status()).isEqualTo(201);
  }

  @Test
  void whatIsTooLargeIsRefusedBeforeAnyByte() {
    UUID collection = owner.createCollection("큰 파일");
    Answer refused = owner.startUpload(collection, "big.bin", 1_000_001);
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.code()).isEqualTo("too_large");
  }

  @Test
  void aNameThatTricksTheEyeIsRefused() {
    UUID collection = owner.createCollection("이름");
    Answer refused = owner.startUpload(collection, "report\\u202efdp.exe", 1);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("errors").get(0).path("field").asString()).isEqualTo("name");
  }

  @Test
  void whoWatchesAnUploadWhoseNotificationWasLostSeesItGoOn() {
    UUID collection = owner.createCollection("소식 없음");
    UUID document = owner.upload(collection, "lost.txt");
    UUID other = owner.upload(collection, "also-lost.txt");
    Library.store(document, "0123456789");
    Library.store(other, "0123456789");
    Library.age(document, "20 seconds");
    Library.age(other, "20 seconds");
    int read = StatementCounter.PREPARED.get();
    owner.getDocument(document);
    assertThat(Platform.heard("ingestion.document-requested", document)).isTrue();
    int asked = StatementCounter.PREPARED.get();
    owner.getDocument(document);
    assertThat(StatementCounter.PREPARED.get() - asked).isLessThan(asked - read);
    owner.call("listDocuments", "GET", "/v1/collections/" + collection + "/documents", "");
    assertThat(Platform.heard("ingestion.document-requested", other)).isTrue();
  }

  @Test
  void theListIsNewestFirstAndFindsByName() {
    UUID collection = owner.createCollection("목록");
    for (int i = 0; i < 5; i++) {
      owner.upload(collection, "규칙 100% " + i + ".txt");
    }
    owner.upload(collection, "다른 것.txt");
    String path = "/v1/collections/" + collection + "/documents?limit=2&query=100%25";
    List<String> names = new ArrayList<>();
    String cursor = "";
    do {
      String next = cursor.isEmpty() ? path : path + "&cursor=" + cursor;
      JsonNode page = owner.call("listDocuments", "GET", next, "").body();
      page.path("items").forEach(item -> names.add(item.path("name").asString()));
      cursor = page.path("nextCursor").asString("");
    } while (!cursor.isEmpty());
    assertThat(names)
        .containsExactly(
            "규칙 100% 4.txt", "규칙 100% 3.txt", "규칙 100% 2.txt", "규칙 100% 1.txt", "규칙 100% 0.txt");
  }

  @Test
  void aFailureSaysWhatToDoInBothLanguagesAndCanBeRetried() {
    UUID document = owner.upload(owner.createCollection("실패"), "locked.pdf");
    assertThat(owner.retry(document).code()).isEqualTo("not_retryable");
    fail(document, FailureCode.ENCRYPTED);
    String path = "/v1/documents/" + document;
    JsonNode korean = owner.inLanguage("ko", "getDocument", path).body().path("failure");
    JsonNode english = owner.inLanguage("en", "getDocument", path).body().path("failure");
    assertThat(korean.path("code").asString()).isEqualTo("encrypted");
    assertThat(korean.path("message").asString()).contains("암호");
    assertThat(english.path("message").asString()).contains("password");

    Answer retried = owner.retry(document);
    assertThat(retried.body().path("status").asString()).isEqualTo("PARSING");
    assertThat(retried.body().has("failure")).isFalse();
    assertThat(owner.retry(document).status()).isEqualTo(409);
  }

  @Test
  void theOriginalIsThereOnceItsBytesAre() {
    UUID document = owner.upload(owner.createCollection("받기"), "a.txt");
    String path = "/v1/documents/" + document + "/download";
    assertThat(owner.call("downloadDocument", "GET", path, "").status()).isEqualTo(404);
    fail(document, FailureCode.NO_TEXT);
    assertThat(owner.call("downloadDocument", "GET", path, "").status()).isEqualTo(200);
  }

  private static void fail(UUID document, FailureCode code) {
    Platform.Worker worker = Platform.INGESTION;
    worker.transactions().run(() -> worker.documents().claim(document, 1L));
    assertThat(worker.transactions().call(() -> worker.documents().failed(document, code)))
        .isTrue();
  }
}
