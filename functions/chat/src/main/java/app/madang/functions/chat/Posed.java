package app.madang.functions.chat;

import app.madang.contracts.ProblemCode;
import app.madang.functions.chat.Asking.Ask;
import app.madang.runtime.ProblemException;
import app.madang.toolbox.FilledInput;
import app.madang.toolbox.InputForm;
import app.madang.toolbox.InputValue;
import app.madang.toolbox.ReleaseSnapshot;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A question as it was put: written, or as a filled form.
 *
 * @param text what people read of it
 * @param inputs the form; null when it was written
 * @param images the pictures beside it; null for none
 */
record Posed(String text, @Nullable List<FilledInput> inputs, @Nullable List<UUID> images) {

  private static final int MOST_SEARCHED = 2_000;

  /** Plain words. */
  static Posed inWords(String text) {
    return new Posed(text, null, null);
  }

  /**
   * What was asked in a conversation, held against the tool's form.
   *
   * @param tool what answers; null for none
   * @throws ProblemException naming what is wrong of the text or the form
   */
  static Posed of(Ask input, @Nullable ReleaseSnapshot tool) {
    boolean first = input.parentId() == null;
    if (!byForm(input.inputs(), first, tool)) {
      String text = input.text();
      if (text == null || text.isBlank()) {
        throw ProblemException.field("text", Words.of("text_needed"));
      }
      return new Posed(text, null, input.images());
    }
    if (input.text() != null || input.images() != null) {
      throw ProblemException.field(
          input.text() == null ? "images" : "text", Words.of("form_instead"));
    }
    return filled(input.inputs(), Objects.requireNonNull(tool));
  }

  /**
   * What a program asks of a tool, by the same rules.
   *
   * @param first whether nothing was said before
   */
  static Posed byProgram(
      @Nullable String question,
      @Nullable List<InputValue> inputs,
      boolean first,
      ReleaseSnapshot tool) {
    if (!byForm(inputs, first, tool)) {
      if (question == null || question.isBlank()) {
        throw ProblemException.field("question", Words.of("text_needed"));
      }
      return inWords(question);
    }
    if (question != null) {
      throw ProblemException.field("question", Words.of("form_instead"));
    }
    return filled(inputs, tool);
  }

  /** Whether it is the form that asks: a first question of a tool that has one. */
  private static boolean byForm(
      @Nullable List<InputValue> inputs, boolean first, @Nullable ReleaseSnapshot tool) {
    boolean form = tool != null && !tool.inputs().isEmpty();
    if (inputs != null && !(form && first)) {
      throw ProblemException.field("inputs", Words.of(form ? "form_first" : "no_form"));
    }
    return form && first;
  }

  private static Posed filled(@Nullable List<InputValue> inputs, ReleaseSnapshot tool) {
    List<FilledInput> filled =
        new InputForm(tool.inputs()).fill(inputs == null ? List.of() : inputs);
    if (filled.isEmpty()) {
      throw ProblemException.field("inputs", Words.of("form_empty"));
    }
    List<UUID> images = filled.stream().map(FilledInput::imageId).filter(Objects::nonNull).toList();
    if (images.stream().distinct().count() < images.size()) {
      throw new ProblemException(ProblemCode.INVALID_REQUEST);
    }
    return new Posed(FilledInput.read(filled), filled, images.isEmpty() ? null : images);
  }

  /** As a model is told it: a form's values are data. */
  String told() {
    return inputs == null ? text : FilledInput.told(inputs);
  }

  /** The words that are searched: of a form what was filled in, without whole files. */
  String searched() {
    if (inputs == null) {
      return text;
    }
    String words =
        inputs.stream()
            .map(each -> each.fileName() == null ? each.value() : each.fileName())
            .filter(each -> !each.isBlank())
            .collect(Collectors.joining("\n"));
    String kept = words.isEmpty() ? text : words;
    return kept.substring(0, Math.min(kept.length(), MOST_SEARCHED));
  }
}
