package app.madang.models.internal.vendor;

import app.madang.models.EmbeddingPurpose;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How one vendor's interface wants texts turned into vectors. */
interface EmbeddingDialect {

  /** How many texts one call takes. */
  int most();

  /** What comes behind the base address. */
  String path();

  /** The call's body. */
  ObjectNode body(List<String> texts, @Nullable Integer dimensions, EmbeddingPurpose purpose);

  /** The vectors of an answer, in the order of the texts. */
  List<JsonNode> vectors(JsonNode answer);

  /** The vendor's count; negative when it does not say. */
  long tokens(JsonNode answer);

  /** Google's word for what a text is; null when it is not told. */
  static @Nullable String task(EmbeddingPurpose purpose) {
    return switch (purpose) {
      case ANY -> null;
      case PASSAGE -> "RETRIEVAL_DOCUMENT";
      case QUESTION -> "RETRIEVAL_QUERY";
    };
  }

  /** The dialect of an endpoint. */
  static EmbeddingDialect of(Endpoint endpoint) {
    return switch (endpoint.kind()) {
      case OPENAI, OPENAI_COMPATIBLE -> new OpenAiEmbeddings(endpoint.model());
      case GEMINI -> new GeminiEmbeddings(endpoint.model());
      case VERTEX_AI -> new VertexEmbeddings(endpoint.model());
      case ANTHROPIC, LOCAL ->
          throw new IllegalArgumentException(endpoint.kind() + " has no embeddings over the wire");
    };
  }
}
