package app.madang.functions.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.functions.documents.Client.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Documents for tools' forms: their owner's alone, for a day, and never stuck. */
class FormFilesIT {

  private final Client owner = Platform.as("form-owner");
  private final Client other = Platform.as("form-other");

  private static String path(UUID file) {
    return "/v1/form-files/" + file;
  }

  private static Answer start(Client person, String name, long size) {
    return person.call(
        "startFormFile",
        "POST",
        "/v1/form-files",
        "{\"name\":\"%s\",\"size\":%d,\"contentType\":\"application/x-hwp\"}"
            .formatted(name, size));
  }

  private UUID announced() {
    Answer session = start(owner, "용역계약서.hwp", 10);
    assertThat(session.status()).isEqualTo(201);
    return UUID.fromString(session.body().at("/file/id").asString());
  }

  private static Answer get(Client person, UUID file) {
    return person.call("getFormFile", "GET", path(file), "");
  }

  private static Answer retry(Client person, UUID file) {
    return person.call("retryFormFile", "POST", path(file) + "/retry", "");
  }

  private String status(UUID file) {
    return get(owner, file).body().path("status").asString();
  }

  private static void set(UUID file, String values) {
    Platform.superuser()
        .sql("UPDATE knowledge.form_files SET " + values + " WHERE id = ?")
        .param(file)
        .update();
  }

  private static boolean exists(UUID file) {
    return Platform.superuser()
        .sql("SELECT EXISTS (SELECT FROM knowledge.form_files WHERE id = ?)")
        .param(file)
        .query(Boolean.class)
        .single();
  }

  private static boolean hasBytes(UUID file) {
    return Platform.STACK.storage().find("documents/" + file).isPresent();
  }

  @Test
  void anAnnouncedFileIsItsOwnersAloneAndInNoList() {
    Answer session = start(owner, "용역계약서.hwp", 10);
    UUID file = UUID.fromString(session.body().at("/file/id").asString());
    assertThat(session.body().at("/upload/url").asString()).contains(file.toString());
    assertThat(session.body().at("/resumable/method").asString()).isEqualTo("POST");
    assertThat(status(file)).isEqualTo("UPLOADING");
    assertThat(get(other, file).status()).isEqualTo(404);
    assertThat(retry(other, file).status()).isEqualTo(404);
    assertThat(other.call("removeFormFile", "DELETE", path(file), "").status()).isEqualTo(404);
    assertThat(get(owner, UUID.randomUUID()).status()).isEqualTo(404);
    // it is no document: no operation on documents knows it, and no row of theirs is made
    assertThat(owner.getDocument(file).status()).isEqualTo(404);
    assertThat(
            Platform.superuser()
                .sql("SELECT count(*) FROM knowledge.documents WHERE id = ?")
                .param(file)
                .query(Long.class)
                .single())
        .isZero();
    // the function may not even ask for what was read
    JdbcClient account = Platform.account();
    assertThatThrownBy(
            () -> account.sql("SELECT sealed FROM knowledge.form_files").query().listOfRows())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void whatIsWrongIsSaidBeforeAnyByte() {
    assertThat(start(owner, "큰 계약서.pdf", 1_000_001).code()).isEqualTo("too_large");
    assertThat(start(owner, "report\\u202efdp.exe", 1).code()).isEqualTo("invalid_request");
    assertThat(
            owner
                .call(
                    "startFormFile",
                    "POST",
                    "/v1/form-files",
                    "{\"name\":\"a.hwp\",\"size\":1,\"ownerId\":\"%s\"}"
                        .formatted(UUID.randomUUID()))
                .status())
        .isEqualTo(400);
  }

  private static UUID first(Client person) {
    return UUID.fromString(start(person, "a.hwp", 1).body().at("/file/id").asString());
  }

  /** So many more files like one that was announced. */
  private static void more(UUID file, int count) {
    Platform.superuser()
        .sql(
            """
            INSERT INTO knowledge.form_files (owner_id, name, content_type, size)
            SELECT owner_id, name, content_type, size FROM knowledge.form_files, generate_series(1, :count) WHERE id = :file
            """)
        .param("count", count)
        .param("file", file)
        .update();
  }

  @Test
  void nobodyHoldsMoreThanAHundredFilesAlsoOfThoseAnnouncedAtOnce() throws Exception {
    Client greedy = Platform.as("form-greedy");
    UUID last = first(greedy);
    more(last, 98);
    // each takes as long as it takes the others to come
    Platform.superuser()
        .sql(
            """
            CREATE FUNCTION knowledge.dawdle() RETURNS trigger LANGUAGE plpgsql
              AS 'BEGIN PERFORM pg_sleep(0.5); RETURN NEW; END';
            CREATE TRIGGER dawdling BEFORE INSERT ON knowledge.form_files FOR EACH ROW
              WHEN (NEW.name = 'at once.hwp') EXECUTE FUNCTION knowledge.dawdle()
            """)
        .update();
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> call = () -> start(greedy, "at once.hwp", 1).status();
      for (Future<Integer> each : threads.invokeAll(Collections.nCopies(4, call))) {
        statuses.add(each.get());
      }
    } finally {
      Platform.superuser().sql("DROP FUNCTION knowledge.dawdle() CASCADE").update();
    }
    assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
    assertThat(start(greedy, "b.hwp", 1).code()).isEqualTo("too_many_files");
    assertThat(greedy.call("removeFormFile", "DELETE", path(last), "").status()).isEqualTo(204);
    assertThat(start(greedy, "b.hwp", 1).code())
        .as("its address still takes bytes")
        .isEqualTo("too_many_files");
    set(last, "created_at = now() - interval '17 minutes'");
    Platform.sweep();
    assertThat(start(greedy, "b.hwp", 1).status()).isEqualTo(201);
  }

  @Test
  void nobodyHoldsMoreThanAGigabyteAlsoOfWhatTheyTookBack() {
    Client heavy = Platform.as("form-heavy");
    UUID large = first(heavy);
    set(large, "size = 999999990");
    assertThat(start(heavy, "b.hwp", 11).code()).isEqualTo("too_many_files");
    assertThat(heavy.call("removeFormFile", "DELETE", path(large), "").status()).isEqualTo(204);
    assertThat(start(heavy, "b.hwp", 11).code()).isEqualTo("too_many_files");
    assertThat(start(heavy, "b.hwp", 10).status()).as("what is left").isEqualTo(201);
    assertThat(start(heavy, "b.hwp", 1).code()).isEqualTo("too_many_files");
    assertThat(start(other, "b.hwp", 11).status()).as("each their own").isEqualTo(201);
    set(large, "created_at = now() - interval '25 hours'");
    assertThat(start(heavy, "b.hwp", 11).status()).as("its day is over").isEqualTo(201);
  }

  @Test
  void aFailureSaysWhyAndCanBeReadAgain() {
    UUID file = announced();
    assertThat(retry(owner, file).code()).isEqualTo("not_retryable");
    set(file, "status = 'FAILED', failure = 'encrypted'");
    assertThat(
            owner
                .inLanguage("en", "getFormFile", path(file))
                .body()
                .at("/failure/message")
                .asString())
        .contains("password");
    assertThat(retry(owner, file).body().path("status").asString()).isEqualTo("PARSING");
    assertThat(Platform.heard("ingestion.document-requested", file)).isTrue();
    set(file, "status = 'FAILED', failure = 'upload_expired'");
    assertThat(retry(owner, file).code()).isEqualTo("not_retryable");
  }

  @Test
  void whoWaitsForAFileWhoseNotificationWasLostSeesItGoOn() {
    UUID file = announced();
    Library.store(file, "0123456789");
    set(file, "created_at = now() - interval '20 seconds'");
    get(owner, file);
    assertThat(Platform.heard("ingestion.document-requested", file)).isTrue();
  }

  @Test
  void nothingStandsStillAndNothingStays() {
    UUID never = announced();
    UUID quiet = announced();
    UUID stuck = announced();
    UUID killer = announced();
    UUID over = announced();
    UUID early = announced();
    Library.store(quiet, "0123456789");
    Library.store(over, "0123456789");
    String old =
        "created_at = now() - interval '17 minutes', emitted_at = now() - interval '3 minutes'";
    set(never, old);
    set(quiet, old);
    set(stuck, old + ", status = 'PARSING'");
    set(killer, old + ", status = 'PARSING', attempts = 10");
    set(over, old + ", expires_at = now()");
    assertThat(owner.call("removeFormFile", "DELETE", path(early), "").status()).isEqualTo(204);
    assertThat(get(owner, early).status()).isEqualTo(404);
    assertThat(get(owner, over).status()).isEqualTo(404);
    // bytes that come after it was taken back
    Library.store(early, "0123456789");
    Platform.sweep();
    assertThat(get(owner, never).body().at("/failure/code").asString()).isEqualTo("upload_expired");
    assertThat(Platform.heard("ingestion.document-requested", quiet)).isTrue();
    assertThat(
            Platform.superuser()
                .sql("SELECT attempts FROM knowledge.form_files WHERE id = ?")
                .param(stuck)
                .query(Integer.class)
                .single())
        .as("asked for again")
        .isEqualTo(1);
    assertThat(get(owner, killer).body().at("/failure/code").asString()).isEqualTo("internal");
    assertThat(exists(over) || hasBytes(over)).isFalse();
    assertThat(hasBytes(early)).isFalse();
    assertThat(exists(early)).as("while its address takes bytes").isTrue();
  }
}
