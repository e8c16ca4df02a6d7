package app.madang.knowledge;

import java.util.List;

/**
 * Vectors that can be compared: one model's, of one length.
 *
 * @param model as it is written beside each vector
 * @param dimensions how long they are
 */
public record EmbeddingSpace(String model, int dimensions) {

  /** The model that needs nobody else; it knows English. */
  public static final EmbeddingSpace LOCAL = new EmbeddingSpace("all-minilm-l6-v2-q", 384);

  /** The lengths that have an index. */
  public static final List<Integer> LENGTHS = List.of(384, 768, 1024, 1536);
}
