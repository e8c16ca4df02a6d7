package app.madang.knowledge.internal;

import app.madang.knowledge.DocumentVectors;
import app.madang.knowledge.Documents;
import app.madang.knowledge.EmbeddingPort;
import app.madang.knowledge.FormFiles;
import app.madang.knowledge.Library;
import app.madang.knowledge.PassageWriter;
import app.madang.knowledge.Passages;
import app.madang.knowledge.Reranker;
import app.madang.knowledge.Retrieval;
import app.madang.knowledge.StatisticsCompactor;
import app.madang.runtime.Sealer;
import app.madang.runtime.Transactions;
import app.madang.runtime.security.GoogleAccess;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Puts the module together; its configurations publish what each function needs. */
public final class KnowledgeBeans {

  private static final Duration REST = Duration.ofSeconds(5);

  private KnowledgeBeans() {}

  /** The steps of reading. */
  public static Documents documents(JdbcClient jdbc, JsonMapper json) {
    return new SqlDocuments(jdbc, json);
  }

  /** The documents of forms. */
  public static FormFiles formFiles(JdbcClient jdbc, JsonMapper json, Sealer sealer) {
    return new SqlFormFiles(jdbc, json, sealer);
  }

  /** The writer of passages and postings. */
  public static PassageWriter passageWriter(JdbcClient jdbc, JsonMapper json) {
    return new SqlPassageWriter(jdbc, json, new TermAnalyzer());
  }

  /** The vectors' reader and writer. */
  public static DocumentVectors documentVectors(JdbcClient jdbc, JsonMapper json) {
    return new SqlDocumentVectors(jdbc, json);
  }

  /** The compactor of word statistics. */
  public static StatisticsCompactor statisticsCompactor(JdbcClient jdbc) {
    return new SqlStatisticsCompactor(jdbc);
  }

  /** The reader of single passages. */
  public static Passages passages(Transactions transactions, JdbcClient jdbc, JsonMapper json) {
    return new SqlPassages(transactions, jdbc, json);
  }

  /** What the caller may read now. */
  public static Library library(Transactions transactions, JdbcClient jdbc, JsonMapper json) {
    return new SqlLibrary(transactions, jdbc, json);
  }

  /** The embedding function as a search sees it: quick or not at all. */
  public static EmbeddingPort embedding(Optional<String> url, Duration patience, JsonMapper json) {
    return url.<EmbeddingPort>map(
            base ->
                new ImpatientEmbedding(
                    new HttpEmbedding(base, new ServiceToken(base)::value, json), patience, REST))
        .orElseGet(NoEmbedding::new);
  }

  /** The embedding function as it is, cold starts included. */
  public static EmbeddingPort patientEmbedding(Optional<String> url, JsonMapper json) {
    return url.<EmbeddingPort>map(
            base -> new HttpEmbedding(base, new ServiceToken(base)::value, json))
        .orElseGet(NoEmbedding::new);
  }

  /** Vertex AI's ranking API, or nobody. */
  public static Reranker reranker(
      Optional<String> config, String model, Duration patience, JsonMapper json) {
    return config
        .<Reranker>map(
            name ->
                new VertexReranker(
                    VertexReranker.address(name), model, patience, new GoogleAccess()::token, json))
        .orElseGet(NoReranker::new);
  }

  /** The search. */
  public static Retrieval retrieval(
      Transactions transactions,
      JdbcClient jdbc,
      JsonMapper json,
      EmbeddingPort embedding,
      Reranker reranker) {
    Analyzers analyzers = Analyzers.known();
    SearchSteps steps =
        new SearchSteps(
            jdbc,
            new Glossary(jdbc, analyzers.current()),
            new WordSearch(jdbc, analyzers),
            new MeaningSearch(jdbc),
            new Hits(jdbc, json));
    return new HybridRetrieval(transactions, embedding, steps, reranker);
  }
}
