package app.madang.knowledge;

import java.util.List;

/**
 * A piece of a document as the parser cut it.
 *
 * @param text what people read and models quote
 * @param location where it starts
 * @param parts where each part of it stands, in order; empty when all of it stands in one place
 */
public record NewPassage(String text, Location location, List<Part> parts) {

  /** A passage that stands in one place. */
  public NewPassage(String text, Location location) {
    this(text, location, List.of());
  }
}
