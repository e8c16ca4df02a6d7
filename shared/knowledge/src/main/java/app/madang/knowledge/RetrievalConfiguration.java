package app.madang.knowledge;

import app.madang.knowledge.internal.KnowledgeBeans;
import app.madang.runtime.Settings;
import app.madang.runtime.Transactions;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * For functions that search and read passages: {@link Retrieval} and {@link Passages}. {@code
 * EMBEDDING_URL} is the embedding function; without it searches go by words. {@code
 * EMBEDDING_PATIENCE_MS} is how long a search waits for it. {@code RERANKER} names a ranking
 * configuration of Vertex AI ({@code projects/P/locations/L/rankingConfigs/C}), which then orders
 * what was found, by {@code RERANKER_MODEL} and within {@code RERANKER_PATIENCE_MS}; without it the
 * order is that of the scores.
 */
@Configuration(proxyBeanMethods = false)
public class RetrievalConfiguration {

  @Bean
  EmbeddingPort searchEmbedding(JsonMapper json) {
    return KnowledgeBeans.embedding(
        Settings.optional("EMBEDDING_URL"),
        Duration.ofMillis(Settings.integer("EMBEDDING_PATIENCE_MS", 300)),
        json);
  }

  /** The same function for who waits until it is awake. */
  public static EmbeddingPort patientEmbedding(JsonMapper json) {
    return KnowledgeBeans.patientEmbedding(Settings.optional("EMBEDDING_URL"), json);
  }

  @Bean
  Reranker reranker(JsonMapper json) {
    return KnowledgeBeans.reranker(
        Settings.optional("RERANKER"),
        Settings.optional("RERANKER_MODEL").orElse("semantic-ranker-default@latest"),
        Duration.ofMillis(Settings.integer("RERANKER_PATIENCE_MS", 400)),
        json);
  }

  @Bean
  Retrieval retrieval(
      Transactions transactions,
      JdbcClient jdbc,
      JsonMapper json,
      EmbeddingPort embedding,
      Reranker reranker) {
    return KnowledgeBeans.retrieval(transactions, jdbc, json, embedding, reranker);
  }

  @Bean
  Passages passages(Transactions transactions, JdbcClient jdbc, JsonMapper json) {
    return KnowledgeBeans.passages(transactions, jdbc, json);
  }

  @Bean
  Library library(Transactions transactions, JdbcClient jdbc, JsonMapper json) {
    return KnowledgeBeans.library(transactions, jdbc, json);
  }
}
