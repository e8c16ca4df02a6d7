package app.madang.functions.documents;

import app.madang.knowledge.EmbeddingSpace;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose vectors a new collection compares: {@code EMBEDDING_MODEL}, as in {@code bge-m3:1024}; else
 * Vertex AI's where it is on, for it knows Korean; else the model that needs nobody else.
 */
final class NewCollections {

  private static final EmbeddingSpace VERTEX =
      new EmbeddingSpace("vertex-gemini-embedding-001", 1536);
  private static final Pattern NAMED = Pattern.compile("(\\S{1,64}):(\\d{3,4})");

  private NewCollections() {}

  static EmbeddingSpace space(Function<String, Optional<String>> setting) {
    Optional<String> named = setting.apply("EMBEDDING_MODEL");
    if (named.isEmpty()) {
      return setting.apply("VERTEX_LOCATION").isPresent() ? VERTEX : EmbeddingSpace.LOCAL;
    }
    Matcher parts = NAMED.matcher(named.get());
    if (!parts.matches() || !EmbeddingSpace.LENGTHS.contains(Integer.valueOf(parts.group(2)))) {
      throw new IllegalStateException(
          "EMBEDDING_MODEL must be a model and 384, 768, 1024 or 1536, as in bge-m3:1024, not "
              + named.get());
    }
    return new EmbeddingSpace(parts.group(1), Integer.parseInt(parts.group(2)));
  }
}
