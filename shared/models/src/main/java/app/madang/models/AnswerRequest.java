package app.madang.models;

import java.util.List;
import java.util.Locale;

/**
 * What a model is asked.
 *
 * @param history the turns before, oldest first
 * @param question the person's words
 * @param sources what the answer may rest on, best first
 * @param locale the language for a question that shows none
 */
public record AnswerRequest(
    List<Turn> history, String question, List<Source> sources, Locale locale) {

  /** Copies the lists. */
  public AnswerRequest {
    history = List.copyOf(history);
    sources = List.copyOf(sources);
  }
}
