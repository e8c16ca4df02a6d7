package app.madang.functions.local.evaluation;

import app.madang.functions.local.SearchStack;
import app.madang.knowledge.Documents;
import app.madang.knowledge.EmbeddingPort;
import app.madang.knowledge.IngestionConfiguration;
import app.madang.knowledge.Location;
import app.madang.knowledge.NewPassage;
import app.madang.knowledge.PassageWriter;
import app.madang.knowledge.Retrieval;
import app.madang.knowledge.RetrievalConfiguration;
import app.madang.runtime.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many passages, written by the code that writes all passages. */
final class Filling {

  private static final int PASSAGES_A_DOCUMENT = 100;
  private static final int PAGES = 1000;

  private static final String DOCUMENT =
      """
      INSERT INTO knowledge.documents
        (collection_id, acl_id, name, size, content_type, created_by)
      SELECT c.id, c.acl_id, 'd', 1, 'text/plain', c.created_by
      FROM knowledge.collections c WHERE c.id = ? RETURNING id
      """;

  private static final String VECTORS =
      """
      INSERT INTO knowledge.vectors (passage_id, collection, acl_id, language, model, dimensions, embedding)
      SELECT p.id, p.collection, p.acl_id, p.language, 'seeded', 384, CAST(t.embedding AS halfvec)
      FROM (SELECT id, collection, acl_id, language, row_number() OVER (ORDER BY ordinal) AS n
            FROM knowledge.passages WHERE document_id = :document) p
      JOIN unnest(CAST(:embeddings AS text[])) WITH ORDINALITY AS t (embedding, n) ON t.n = p.n
      """;

  private final Crowd crowd;
  private final SeededVectors vectors;
  private final SearchStack stack;
  private final Documents documents;
  private final PassageWriter writer;
  private final Transactions ingestion;
  private final Random random = new Random(3);

  Filling(SearchStack stack, Crowd crowd, SeededVectors vectors) {
    this.stack = stack;
    this.crowd = crowd;
    this.vectors = vectors;
    AnnotationConfigApplicationContext worker =
        Accounts.context(stack, "ingestion", IngestionConfiguration.class);
    documents = worker.getBean(Documents.class);
    writer = worker.getBean(PassageWriter.class);
    ingestion = worker.getBean(Transactions.class);
  }

  /** So many readable passages, and so many that are not. */
  void fill(GeneratedText texts, int passages, int hidden) {
    JdbcClient superuser = crowd.superuser();
    superuser.sql("DROP INDEX knowledge.vectors_near_384").update();
    for (int i = 0; i < (passages + hidden) / PASSAGES_A_DOCUMENT; i++) {
      // one among the other, as they come in
      boolean readable =
          (long) (i + 1) * passages / (passages + hidden)
              > (long) i * passages / (passages + hidden);
      int readableCount = crowd.readable();
      int shelf =
          readable
              ? i % readableCount
              : readableCount + i % (crowd.collections().size() - readableCount);
      add(crowd.collections().get(shelf), texts.passages(PASSAGES_A_DOCUMENT));
      if (i % 100 == 99) {
        Evaluation.say("  %d", (i + 1) * PASSAGES_A_DOCUMENT);
      }
    }
    superuser
        .sql(
            "SET max_parallel_maintenance_workers = 2; SET maintenance_work_mem = '1GB'; CREATE INDEX vectors_near_384 ON knowledge.vectors"
                + " USING hnsw ((embedding::halfvec(384)) halfvec_cosine_ops) WHERE dimensions = 384")
        .update();
    superuser.sql("VACUUM ANALYZE").update();
  }

  /** Announced, read, and with its vectors. */
  UUID add(UUID collection, String... texts) {
    UUID document = crowd.superuser().sql(DOCUMENT).param(collection).query(UUID.class).single();
    List<NewPassage> passages =
        IntStream.range(0, texts.length)
            .mapToObj(i -> new NewPassage(texts[i], new Location(i + 1, null, null, null)))
            .toList();
    ingestion.run(
        () -> {
          documents.claim(document, 1L);
          documents.chunked(document, passages.size());
          writer.replace(document, passages);
        });
    List<String> embeddings = new ArrayList<>();
    for (String text : texts) {
      embeddings.add(SeededVectors.literal(vectors.next()));
    }
    crowd
        .superuser()
        .sql(VECTORS)
        .param("document", document)
        .param("embeddings", embeddings.toArray(String[]::new))
        .update();
    return document;
  }

  UUID someReadable() {
    return crowd.collections().get(random.nextInt(crowd.readable()));
  }

  /** The search as the chat function has it; a question's vector takes no time. */
  Retrieval retrieval() {
    return Accounts.context(
            stack,
            "chat",
            context ->
                context.registerBean(
                    "seeded", EmbeddingPort.class, () -> vectors, bean -> bean.setPrimary(true)),
            RetrievalConfiguration.class)
        .getBean(Retrieval.class);
  }

  long indexBytesAPassage() {
    return crowd
        .superuser()
        .sql(
            """
            SELECT (pg_total_relation_size('knowledge.postings') + pg_total_relation_size('knowledge.vectors')
              + pg_total_relation_size('knowledge.corpus_deltas'))
              / (SELECT count(*) FROM knowledge.passages)
            """)
        .query(Long.class)
        .single();
  }

  /** In steps of 500, as the saga does it. */
  long deleteThousandPages(GeneratedText texts) {
    UUID document = add(someReadable(), texts.passages(PAGES));
    long start = System.nanoTime();
    int gone;
    do {
      gone = ingestion.call(() -> writer.remove(document, 500));
    } while (gone > 0);
    return (System.nanoTime() - start) / 1_000_000;
  }

  /** The plans of the statements that a search runs, as the database logs them for this account. */
  List<String> plans(Runnable search) {
    return new LoggedPlans(crowd.superuser(), stack.databaseLog()).of(search);
  }
}
