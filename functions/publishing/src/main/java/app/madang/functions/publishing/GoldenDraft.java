package app.madang.functions.publishing;

import app.madang.runtime.ProblemException.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A golden question as it comes from a form or a row of a CSV, held to the same rules.
 *
 * @param facts each must be said in one sentence; alternatives stand between bars
 * @param documents names of documents that must be found and cited
 * @param passages words of passages that must be found and cited
 * @param rubric what a good answer does, for a model that judges
 * @param exact the whole answer
 * @param json an object whose fields the answer must have
 */
record GoldenDraft(
    String question,
    List<String> facts,
    List<String> documents,
    List<String> passages,
    @Nullable String rubric,
    @Nullable String exact,
    @Nullable String json) {

  private static final int MOST = 20;
  private static final int MOST_CHARS = 500;
  private static final int MOST_NAME = 300;
  private static final int MOST_TEXT = 2000;
  private static final int MOST_WHOLE = 4000;

  static GoldenDraft of(
      @Nullable String question,
      @Nullable List<String> facts,
      @Nullable List<String> documents,
      @Nullable List<String> passages,
      @Nullable String rubric,
      @Nullable String exact,
      @Nullable String json) {
    return new GoldenDraft(
        question == null ? "" : question.strip(),
        kept(facts),
        kept(documents),
        kept(passages),
        kept(rubric),
        kept(exact),
        kept(json));
  }

  /** Whether nothing at all is said. */
  boolean blank() {
    return question.isEmpty() && nothingExpected();
  }

  /**
   * What is wrong with it; empty when nothing is.
   *
   * @param prefix of the fields' names
   */
  List<FieldError> errors(String prefix) {
    List<FieldError> errors = new ArrayList<>();
    if (question.isEmpty()) {
      errors.add(new FieldError(prefix + "question", Words.of("blank")));
    }
    tooLong(errors, prefix + "question", question, MOST_TEXT);
    tooMany(errors, prefix + "facts", facts, MOST_CHARS);
    tooMany(errors, prefix + "documents", documents, MOST_NAME);
    tooMany(errors, prefix + "passages", passages, MOST_CHARS);
    tooLong(errors, prefix + "rubric", rubric, MOST_TEXT);
    tooLong(errors, prefix + "exact", exact, MOST_WHOLE);
    tooLong(errors, prefix + "json", json, MOST_WHOLE);
    if (json != null && !isObject(json)) {
      errors.add(new FieldError(prefix + "json", Words.of("golden_json")));
    }
    if (nothingExpected()) {
      errors.add(new FieldError(prefix + "facts", Words.of("golden_nothing")));
    }
    return errors;
  }

  private boolean nothingExpected() {
    return facts.isEmpty()
        && documents.isEmpty()
        && passages.isEmpty()
        && rubric == null
        && exact == null
        && json == null;
  }

  private static void tooLong(
      List<FieldError> errors, String field, @Nullable String text, int most) {
    if (text != null && text.length() > most) {
      errors.add(new FieldError(field, Words.of("too_long")));
    }
  }

  private static void tooMany(List<FieldError> errors, String field, List<String> texts, int most) {
    if (texts.size() > MOST) {
      errors.add(new FieldError(field, Words.of("golden_parts")));
    }
    if (texts.stream().anyMatch(text -> text.length() > most)) {
      errors.add(new FieldError(field, Words.of("too_long")));
    }
  }

  private static boolean isObject(String json) {
    try {
      return JsonMapper.shared().readTree(json).isObject();
    } catch (JacksonException e) {
      return false;
    }
  }

  private static List<String> kept(@Nullable List<String> texts) {
    return texts == null
        ? List.of()
        : texts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
  }

  private static @Nullable String kept(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
