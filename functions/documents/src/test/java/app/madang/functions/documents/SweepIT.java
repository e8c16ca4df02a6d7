package app.madang.functions.documents;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.knowledge.WordAnalysis;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SweepIT {

  private final Client owner = Platform.as("sweeper");
  private final UUID collection = owner.createCollection("쓸기");

  @Test
  void anUploadWhoseBytesNeverCameHasFailed() {
    UUID document = owner.upload(collection, "never.txt");
    Library.age(document, "10 minutes");
    Platform.sweep();
    assertThat(status(document)).isEqualTo("UPLOADING");
    Library.age(document, "16 minutes");
    Platform.sweep();
    assertThat(status(document)).isEqualTo("FAILED");
    assertThat(owner.getDocument(document).body().path("failure").path("code").asString())
        .isEqualTo("upload_expired");
    assertThat(owner.retry(document).code()).isEqualTo("not_retryable");
  }

  @Test
  void anUploadWhoseNotificationWasLostIsRead() {
    UUID document = owner.upload(collection, "lost.txt");
    Library.store(document, "0123456789");
    Library.age(document, "3 minutes");
    Platform.sweep();
    assertThat(Platform.heard("ingestion.document-requested", document)).isTrue();
  }

  @Test
  void anExpiredUploadWhoseBytesCameIsReadNotFailed() {
    UUID document = owner.upload(collection, "late.txt");
    Library.store(document, "0123456789");
    Library.age(document, "20 minutes");
    Platform.sweep();
    assertThat(status(document)).isEqualTo("UPLOADING");
    assertThat(Platform.heard("ingestion.document-requested", document)).isTrue();
  }

  @Test
  void wordsOfAnOlderAnalysisAreAskedForAgainAndAdministratorsSeeHowMany() {
    UUID document = Library.chunked(owner, collection, "옛 분석의 낱말");
    Client admin = Platform.as("admin");
    Library.analyzed(document, 0);
    Platform.sweep();
    assertThat(Platform.heard("ingestion.document-requested", document)).isTrue();
    JsonNode renewal =
        admin.call("listGlossary", "GET", "/v1/admin/glossary", "").body().path("renewal");
    assertThat(renewal.path("waiting").asInt()).isEqualTo(1);
    assertThat(renewal.path("documents").asInt()).isPositive();
    Library.analyzed(document, WordAnalysis.VERSION);
    assertThat(
            admin
                .call("listGlossary", "GET", "/v1/admin/glossary", "")
                .body()
                .path("renewal")
                .isObject())
        .isFalse();
  }

  @Test
  void whatStandsStillIsAskedForAgain() {
    UUID parsing = owner.upload(collection, "stuck.txt");
    Platform.Worker worker = Platform.INGESTION;
    worker.transactions().run(() -> worker.documents().claim(parsing, 1L));
    UUID chunked = Library.chunked(owner, collection, "멈춤");
    UUID deleting = Library.chunked(owner, collection, "지움");
    owner.deleteDocument(deleting);
    assertThat(Platform.heard("documents.document-deleted", deleting)).isTrue();
    Library.age(parsing, "3 minutes");
    Library.age(chunked, "3 minutes");
    Library.age(deleting, "3 minutes");
    Platform.sweep();
    assertThat(Platform.heard("ingestion.document-requested", parsing)).isTrue();
    assertThat(Platform.heard("embedding.document-chunked", chunked)).isTrue();
    assertThat(Platform.heard("documents.document-deleted", deleting)).isTrue();
  }

  @Test
  void whatKillsItsReadersIsGivenUp() {
    UUID document = owner.upload(collection, "killer.txt");
    Platform.Worker worker = Platform.INGESTION;
    worker.transactions().run(() -> worker.documents().claim(document, 1L));
    for (int round = 0; round < 10; round++) {
      Library.age(document, "3 minutes");
      Platform.sweep();
      assertThat(status(document)).isEqualTo("PARSING");
    }
    Library.age(document, "3 minutes");
    Platform.sweep();
    assertThat(status(document)).isEqualTo("FAILED");
    assertThat(owner.getDocument(document).body().path("failure").path("code").asString())
        .isEqualTo("internal");
    assertThat(owner.retry(document).code()).isEmpty();
    assertThat(status(document)).isEqualTo("PARSING");
  }

  @Test
  void whatIsFoundByWordsAloneSaysWhyAndIsTriedEveryHourOrWhenAsked() {
    UUID document = Library.chunked(owner, collection, "뜻 없음");
    Library.meaningFailed(document, "unavailable");
    Library.age(document, "3 minutes");
    Platform.sweep();
    assertThat(Library.emittedAgo(document)).isGreaterThan(100);
    Library.age(document, "61 minutes");
    Platform.sweep();
    assertThat(Library.emittedAgo(document)).isLessThan(100);
    assertThat(owner.getDocument(document).body().path("meaningFailure").path("message").asString())
        .contains("한 시간마다");
    Library.age(document, "3 minutes");
    assertThat(owner.retry(document).body().has("meaningFailure")).isFalse();
    assertThat(Library.emittedAgo(document)).isLessThan(100);
    assertThat(owner.retry(document).code()).isEqualTo("not_retryable");
  }

  @Test
  void aStoredFirstAnswerIsForgottenAfterADayAndNotBefore() {
    UUID person = UUID.randomUUID();
    Library.storeAnswer(person, "old-enough", "25 hours");
    Library.storeAnswer(person, "too-young-", "23 hours");
    Platform.sweep();
    assertThat(Library.storedAnswers(person)).containsExactly("too-young-");
  }

  @Test
  void theSweepIsOnlyForPubSub() {
    var response =
        Platform.SERVER.call(
            Platform.STACK.tokens().userToken("sweeper"),
            "POST",
            "/events/documents.sweep-due",
            "{}");
    assertThat(response.statusCode()).isEqualTo(401);
  }

  private String status(UUID document) {
    return owner.getDocument(document).body().path("status").asString();
  }
}
