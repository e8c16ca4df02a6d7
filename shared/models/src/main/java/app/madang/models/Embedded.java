package app.madang.models;

import java.util.List;

/**
 * Texts as vectors.
 *
 * @param vectors one a text, in their order
 * @param tokens what it took, as the vendor counts
 */
public record Embedded(List<float[]> vectors, Tokens tokens) {

  /** Copies the list. */
  public Embedded {
    vectors = List.copyOf(vectors);
  }
}
