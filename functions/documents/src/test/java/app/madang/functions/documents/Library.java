package app.madang.functions.documents;

import app.madang.knowledge.ClaimedDocument;
import app.madang.knowledge.EmbeddingSpace;
import app.madang.knowledge.Location;
import app.madang.knowledge.NewPassage;
import app.madang.knowledge.PassageText;
import app.madang.knowledge.PassageVector;
import app.madang.runtime.storage.FilesystemObjectStorage;
import app.madang.runtime.storage.SignedRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Documents brought to a state as the workers would, without their functions. */
final class Library {

  private Library() {}

  /** Announced and read: found by its words. */
  static UUID chunked(Client owner, UUID collection, String... texts) {
    UUID id = owner.upload(collection, "문서.txt");
    read(id, texts);
    return id;
  }

  /** Read by the worker: found by its words. */
  static void read(UUID id, String... texts) {
    Platform.Worker worker = Platform.INGESTION;
    worker.transactions().run(() -> worker.documents().claim(id, 1L));
    List<NewPassage> passages =
        IntStream.range(0, texts.length)
            .mapToObj(i -> new NewPassage(texts[i], new Location(i + 1, null, null, null)))
            .toList();
    worker
        .transactions()
        .run(
            () -> {
              worker.documents().chunked(id, passages.size());
              worker.passages().replace(id, passages);
            });
  }

  /** With a vector for each passage. */
  static void embed(UUID document) {
    Platform.Worker worker = Platform.EMBEDDING;
    worker
        .transactions()
        .run(
            () -> {
              List<PassageText> texts =
                  worker.vectors().pendingVectors(document, EmbeddingSpace.LOCAL, 100);
              float[] vector = new float[384];
              vector[0] = 1;
              worker
                  .vectors()
                  .writeVectors(
                      document,
                      EmbeddingSpace.LOCAL,
                      texts.stream().map(t -> new PassageVector(t.passage(), vector)).toList());
              worker.vectors().ready(document);
            });
  }

  /** Puts its bytes into storage without any notification. */
  static void store(UUID document, String content) {
    FilesystemObjectStorage storage = Platform.STACK.storage();
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    try {
      SignedRequest upload =
          new SignedRequest(
              "PUT",
              ClaimedDocument.objectName(document),
              bytes.length,
              "text/plain",
              Instant.now().plusSeconds(60));
      storage.receive(upload, 0, new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes time pass for a document. */
  static void age(UUID document, String interval) {
    int aged =
        Platform.superuser()
            .sql(
                """
                UPDATE knowledge.documents SET created_at = now() - CAST(:ago AS interval),
                  emitted_at = now() - CAST(:ago AS interval) WHERE id = :id
                """)
            .param("ago", interval)
            .param("id", document)
            .update();
    if (aged != 1) {
      throw new AssertionError("no such document");
    }
  }

  /** Its words are of that version of the analysis. */
  static void analyzed(UUID document, int version) {
    Platform.superuser()
        .sql("UPDATE knowledge.documents SET analyzer = ? WHERE id = ?")
        .params(version, document)
        .update();
  }

  static void meaningFailed(UUID document, String code) {
    Platform.superuser()
        .sql("UPDATE knowledge.documents SET meaning_failure = ? WHERE id = ?")
        .params(code, document)
        .update();
  }

  /** How many seconds ago an event asked for its next step. */
  static long emittedAgo(UUID document) {
    return Platform.superuser()
        .sql(
            "SELECT extract(epoch FROM now() - emitted_at)::bigint FROM knowledge.documents WHERE id = ?")
        .param(document)
        .query(Long.class)
        .single();
  }

  /** What is left of a document: passages, vectors and the row itself. */
  static long remains(UUID document) {
    return Platform.superuser()
        .sql(
            """
            SELECT (SELECT count(*) FROM knowledge.documents WHERE id = :id)
              + (SELECT count(*) FROM knowledge.passages WHERE document_id = :id)
              + (SELECT count(*) FROM knowledge.vectors v
                 LEFT JOIN knowledge.passages p ON p.id = v.passage_id WHERE p.id IS NULL)
              + (SELECT count(*) FROM knowledge.postings t
                 LEFT JOIN knowledge.passages p ON p.block = t.block WHERE p.id IS NULL)
            """)
        .param("id", document)
        .query(Long.class)
        .single();
  }

  /** A first answer that was stored some time ago. */
  static void storeAnswer(UUID person, String key, String ago) {
    Platform.superuser()
        .sql(
            """
            INSERT INTO runtime.idempotency (person_id, key, request_hash, created_at)
            VALUES (:person, :key, '', now() - CAST(:ago AS interval))
            """)
        .param("person", person)
        .param("key", key)
        .param("ago", ago)
        .update();
  }

  /** The keys under which a person's first answers are still stored. */
  static List<String> storedAnswers(UUID person) {
    return Platform.superuser()
        .sql("SELECT key FROM runtime.idempotency WHERE person_id = :person")
        .param("person", person)
        .query(String.class)
        .list();
  }
}
