package app.madang.functions.ingestion;

import app.madang.runtime.Sealer;
import app.madang.runtime.storage.FilesystemObjectStorage;
import app.madang.runtime.storage.SignedRequest;
import app.madang.testing.FunctionServer;
import app.madang.testing.TestStack;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The function over HTTP, and documents as uploads leave them. */
final class Platform {

  static final TestStack STACK = TestStack.get();
  static final FunctionServer SERVER = serve();

  /** The superuser, whom row-level security does not hold: makes and looks, never under test. */
  private static final JdbcClient BYPASSING =
      JdbcClient.create(new DriverManagerDataSource(STACK.jdbcUrl(), "postgres", STACK.password()));

  private Platform() {}

  private static FunctionServer serve() {
    STACK.environment("ingestion", Map.of("UPLOAD_LIMIT_BYTES", "60000000", "OCR_COMMAND", "none"));
    return FunctionServer.start(IngestionFunction::new);
  }

  /** A document that waits for its bytes. */
  static UUID announced() {
    UUID collection =
        BYPASSING
            .sql(
                "INSERT INTO knowledge.collections (name, acl_id, created_by)"
                    + " VALUES ('c', 1, uuidv7()) RETURNING id")
            .query(UUID.class)
            .single();
    return BYPASSING
        .sql(
            """
            INSERT INTO knowledge.documents (collection_id, acl_id, name, content_type, size, created_by)
            VALUES (?, 1, 'wrong.xyz', 'application/octet-stream', 1, uuidv7()) RETURNING id
            """)
        .param(collection)
        .query(UUID.class)
        .single();
  }

  /** A document for a form that waits for its bytes. */
  static UUID announcedForForm() {
    return BYPASSING
        .sql(
            """
            INSERT INTO knowledge.form_files (owner_id, name, content_type, size)
            VALUES (uuidv7(), '계약서.bin', 'application/octet-stream', 1) RETURNING id
            """)
        .query(UUID.class)
        .single();
  }

  static UUID uploadedForForm(Path file) {
    UUID document = announcedForForm();
    store(document, file);
    return document;
  }

  /** State, failure or number of characters, pages. */
  static String formState(UUID file) {
    return BYPASSING
        .sql(
            "SELECT concat_ws(' ', status, coalesce(failure, characters::text), pages)"
                + " FROM knowledge.form_files WHERE id = ?")
        .param(file)
        .query(String.class)
        .single();
  }

  static void setFormState(UUID file, String status) {
    BYPASSING
        .sql(
            "UPDATE knowledge.form_files SET status = ?, sealed = NULL, failure = NULL WHERE id = ?")
        .params(status, file)
        .update();
  }

  /** What was read, opened. */
  static String formText(UUID file) {
    byte[] sealed =
        BYPASSING
            .sql("SELECT sealed FROM knowledge.form_files WHERE id = ?")
            .param(file)
            .query(byte[].class)
            .single();
    return new String(
        Sealer.fromKeyset(System.getProperty("SEALING_KEYSET"))
            .open(sealed, "knowledge.form_files/" + file),
        StandardCharsets.UTF_8);
  }

  /** What the function's own account may do. */
  static JdbcClient account() {
    return JdbcClient.create(
        new DriverManagerDataSource(STACK.jdbcUrl(), "ingestion", STACK.password()));
  }

  /** Puts a document's bytes into storage and gives their generation. */
  static long store(UUID document, Path file) {
    FilesystemObjectStorage storage = STACK.storage();
    String name = "documents/" + document;
    try {
      byte[] bytes = Files.readAllBytes(file);
      SignedRequest upload =
          new SignedRequest("PUT", name, bytes.length, "text/plain", Instant.now().plusSeconds(60));
      return storage
          .receive(upload, 0, new ByteArrayInputStream(bytes))
          .object()
          .orElseThrow()
          .generation();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A document whose bytes are there. */
  static UUID uploaded(Path file) {
    UUID document = announced();
    store(document, file);
    return document;
  }

  static int finalized(UUID event, UUID document) {
    long generation = STACK.storage().find("documents/" + document).orElseThrow().generation();
    return finalized(event, "documents/" + document, generation);
  }

  static int finalized(UUID event, String object, long generation) {
    String payload =
        "{\"bucketId\":\"madang-documents\",\"objectId\":\"%s\",\"objectGeneration\":\"%d\",\"size\":\"1\"}"
            .formatted(object, generation);
    return SERVER.push("ingestion.object-finalized", event, payload).statusCode();
  }

  static int requested(UUID document) {
    return SERVER
        .push(
            "ingestion.document-requested",
            UUID.randomUUID(),
            "{\"documentId\":\"" + document + "\"}")
        .statusCode();
  }

  /** State, failure or number of passages. */
  static String state(UUID document) {
    return BYPASSING
        .sql(
            "SELECT status || ' ' || coalesce(failure, passage_count::text)"
                + " FROM knowledge.documents WHERE id = ?")
        .param(document)
        .query(String.class)
        .single();
  }

  /** What was left out, as stored. */
  static String omissions(UUID document) {
    return BYPASSING
        .sql("SELECT coalesce(omissions::text, '') FROM knowledge.documents WHERE id = ?")
        .param(document)
        .query(String.class)
        .single();
  }

  static void announceHash(UUID document, String sha256) {
    BYPASSING
        .sql("UPDATE knowledge.documents SET sha256 = decode(?, 'hex') WHERE id = ?")
        .params(sha256, document)
        .update();
  }

  static String hash(UUID document) {
    return BYPASSING
        .sql("SELECT encode(sha256, 'hex') FROM knowledge.documents WHERE id = ?")
        .param(document)
        .query(String.class)
        .single();
  }

  /** As an analysis before the first one left it. */
  static void analyzedBefore(UUID document) {
    for (String change :
        List.of(
            "DELETE FROM knowledge.postings WHERE block IN (SELECT block FROM knowledge.passages WHERE document_id = ?)",
            "UPDATE knowledge.passages SET analyzer = 0 WHERE document_id = ?",
            "UPDATE knowledge.documents SET analyzer = 0 WHERE id = ?")) {
      BYPASSING.sql(change).params(document).update();
    }
  }

  static int analyzer(UUID document) {
    return BYPASSING
        .sql("SELECT analyzer FROM knowledge.documents WHERE id = ?")
        .param(document)
        .query(Integer.class)
        .single();
  }

  static void setState(UUID document, String status) {
    BYPASSING
        .sql("UPDATE knowledge.documents SET status = ?, failure = NULL WHERE id = ?")
        .params(status, document)
        .update();
  }

  /** Texts with their locations, in order. */
  static List<String> passages(UUID document) {
    return BYPASSING
        .sql(
            "SELECT text || ' @ ' || location FROM knowledge.passages"
                + " WHERE document_id = ? ORDER BY ordinal")
        .param(document)
        .query(String.class)
        .list();
  }

  /** The parts' places, and where in the text they start. */
  static List<String> parts(UUID document) {
    return BYPASSING
        .sql("SELECT parts::text FROM knowledge.passages WHERE document_id = ? ORDER BY ordinal")
        .param(document)
        .query(String.class)
        .list();
  }

  /** Everything that a second parse must leave as it is. */
  static List<String> fingerprint(UUID document) {
    return BYPASSING
        .sql(
            """
            SELECT p.public_id || encode(p.content_hash, 'hex') || p.length
              || string_agg(t.slot || encode(t.words, 'hex'), ',' ORDER BY t.slot)
            FROM knowledge.passages p JOIN knowledge.postings t ON t.block = p.block
            WHERE p.document_id = ? GROUP BY p.id ORDER BY p.ordinal
            """)
        .param(document)
        .query(String.class)
        .list();
  }

  static long postings(UUID document) {
    return BYPASSING
        .sql(
            "SELECT count(*) FROM knowledge.postings WHERE block IN"
                + " (SELECT block FROM knowledge.passages WHERE document_id = ?)")
        .param(document)
        .query(Long.class)
        .single();
  }
}
