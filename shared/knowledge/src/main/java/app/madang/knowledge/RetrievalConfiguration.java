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
 * EMBEDDING_PATIENCE_MS} is how long a search waits for it.
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
  Retrieval retrieval(
      Transactions transactions, JdbcClient jdbc, JsonMapper json, EmbeddingPort embedding) {
    return KnowledgeBeans.retrieval(transactions, jdbc, json, embedding);
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
