package app.madang.models.internal.vendor;

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
  ObjectNode body(List<String> texts, @Nullable Integer dimensions);

  /** The vectors of an answer, in the order of the texts. */
  List<JsonNode> vectors(JsonNode answer);

  /** The vendor's count; negative when it does not say. */
  long tokens(JsonNode answer);

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
