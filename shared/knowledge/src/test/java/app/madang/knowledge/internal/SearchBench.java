package app.madang.knowledge.internal;

import static app.madang.knowledge.internal.Accounts.ANALYZER;
import static app.madang.knowledge.internal.Accounts.CHAT;
import static app.madang.knowledge.internal.Accounts.JSON;
import static app.madang.knowledge.internal.Accounts.SUPERUSER;

import app.madang.knowledge.EmbeddingPort;
import app.madang.knowledge.SearchRequest;
import app.madang.runtime.Caller;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * How long a search takes among many passages, under row-level security: twenty collections, ten of
 * them the reader's. {@code mvn -pl shared/knowledge test-compile exec:java
 * -Dexec.classpathScope=test -Dexec.mainClass=app.madang.knowledge.internal.SearchBench
 * -Dexec.args=100000}
 */
final class SearchBench {

  private static final int SHELVES = 20;
  private static final int PASSAGES_A_DOCUMENT = 500;
  private static final int QUESTIONS = 200;

  private final Random random = new Random(7);
  private final GeneratedText texts = new GeneratedText(random);

  private SearchBench() {}

  public static void main(String[] arguments) {
    new SearchBench().run(arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]));
    System.exit(0);
  }

  private void run(int passages) {
    Caller reader = Accounts.person();
    Caller other = Accounts.person();
    long start = System.nanoTime();
    SUPERUSER.jdbc.sql("DROP INDEX knowledge.vectors_near").update();
    for (int shelf = 0; shelf < SHELVES; shelf++) {
      Caller owner = shelf % 2 == 0 ? reader : other;
      Accounts.Shelf made = Accounts.shelf(owner);
      for (int left = passages / SHELVES; left > 0; left -= PASSAGES_A_DOCUMENT) {
        UUID document = Accounts.announced(owner, made);
        Accounts.index(document, texts.passages(Math.min(left, PASSAGES_A_DOCUMENT)));
      }
    }
    embedAll();
    SUPERUSER.jdbc.sql("VACUUM ANALYZE").update();
    System.out.printf("%d passages, loaded in %d s%n", passages, seconds(start));
    report("Korean, by words", reader, texts::koreanQuestion);
    report("English, by words and meaning", reader, texts::englishQuestion);
    explain(reader);
  }

  /** Vectors that point anywhere: what they mean is not measured here. */
  private void embedAll() {
    SUPERUSER
        .jdbc
        .sql(
            """
            INSERT INTO knowledge.vectors (passage_id, collection, acl_id, language, model, embedding)
            SELECT p.id, p.collection, p.acl_id, p.language, 'bench',
              (SELECT array_agg(random() - 0.5 + g * p.id * 0)::public.vector
               FROM generate_series(1, 384) g)
            FROM knowledge.passages p WHERE p.language <> 'ko'
            """)
        .update();
    SUPERUSER.transactions.run(
        () -> {
          SUPERUSER.jdbc.sql("SET LOCAL maintenance_work_mem = '1GB'").update();
          SUPERUSER
              .jdbc
              .sql(
                  "CREATE INDEX vectors_near ON knowledge.vectors"
                      + " USING hnsw (embedding public.vector_cosine_ops)")
              .update();
        });
  }

  private void report(String name, Caller reader, Supplier<String> question) {
    HybridRetrieval retrieval = retrieval();
    List<Long> times = new ArrayList<>();
    int found = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      SearchRequest request = new SearchRequest(question.get(), List.of(), 10);
      long start = System.nanoTime();
      found += CHAT.as(reader, () -> retrieval.search(request)).hits().size();
      // the first ones warm the JVM and the database
      if (i >= QUESTIONS / 4) {
        times.add((System.nanoTime() - start) / 1_000_000);
      }
    }
    Collections.sort(times);
    System.out.printf(
        "%s: p50 %d ms, p95 %d ms, most %d ms (%d hits)%n",
        name,
        times.get(times.size() / 2),
        times.get(times.size() * 95 / 100),
        times.getLast(),
        found);
  }

  private void explain(Caller reader) {
    CHAT.as(
        reader,
        () -> {
          Scope scope = Scope.read(CHAT.jdbc, List.of());
          System.out.println(
              String.join(
                  "\n",
                  CHAT.jdbc
                      .sql("EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) " + WordSearch.SQL)
                      .params(
                          WordSearch.parameters(
                              ANALYZER.question(texts.koreanQuestion(), 100), scope, 100))
                      .query(String.class)
                      .list()));
          return true;
        });
  }

  private HybridRetrieval retrieval() {
    EmbeddingPort anywhere =
        new EmbeddingPort() {
          @Override
          public String model() {
            return "bench";
          }

          @Override
          public List<float[]> embed(List<String> asked) {
            float[] vector = new float[384];
            for (int i = 0; i < vector.length; i++) {
              vector[i] = random.nextFloat() - 0.5f;
            }
            return List.of(vector);
          }
        };
    SearchSteps steps =
        new SearchSteps(
            CHAT.jdbc,
            new Glossary(CHAT.jdbc, ANALYZER),
            new WordSearch(CHAT.jdbc, ANALYZER),
            new MeaningSearch(CHAT.jdbc),
            new Hits(CHAT.jdbc, JSON));
    return new HybridRetrieval(CHAT.transactions, anywhere, steps);
  }

  private static long seconds(long start) {
    return (System.nanoTime() - start) / 1_000_000_000;
  }
}
