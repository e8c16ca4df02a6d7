package app.madang.models;

import app.madang.models.internal.Sentences;
import java.util.List;

/** Where a sentence stands in its text; a line of its own is one. */
public record Sentence(int start, int end) {

  /** The sentences of a Korean or English text, in order, without the space around them. */
  public static List<Sentence> of(String text) {
    return Sentences.of(text).stream().map(span -> new Sentence(span.start(), span.end())).toList();
  }
}
