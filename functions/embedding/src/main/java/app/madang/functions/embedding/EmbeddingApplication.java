package app.madang.functions.embedding;

import app.madang.contracts.events.DocumentChunked;
import app.madang.functions.embedding.TextEmbedding.EmbedTexts;
import app.madang.functions.embedding.TextEmbedding.TextVectors;
import app.madang.knowledge.DocumentVectors;
import app.madang.knowledge.VectorsConfiguration;
import app.madang.models.door.LibraryDoor;
import app.madang.models.setup.LibraryConfiguration;
import app.madang.runtime.FunctionApplication;
import app.madang.runtime.Inbox;
import app.madang.runtime.OperationFunction;
import app.madang.runtime.Transactions;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The event and the operation of the embedding function. */
@FunctionApplication
@Import({VectorsConfiguration.class, LibraryConfiguration.class})
public class EmbeddingApplication {

  /** Where Spring's AOT step starts. */
  public static void main(String[] args) {
    OperationFunction.boot(EmbeddingApplication.class);
  }

  /** The model that is always there. */
  @Bean
  OnnxEmbedding localModel() {
    return new OnnxEmbedding();
  }

  @Bean
  RoutedEmbedding embeddingModel(
      OnnxEmbedding local, LibraryDoor door, Transactions transactions, JdbcClient jdbc) {
    return new RoutedEmbedding(local, door, transactions, jdbc);
  }

  @Bean
  Function<EmbedTexts, TextVectors> embedTexts(RoutedEmbedding model) {
    return new TextEmbedding(model);
  }

  @Bean("embedding.document-chunked")
  Consumer<DocumentChunked> documentChunked(
      Transactions transactions, Inbox inbox, DocumentVectors vectors, RoutedEmbedding model) {
    return new DocumentEmbedding(transactions, inbox, vectors, model);
  }
}
