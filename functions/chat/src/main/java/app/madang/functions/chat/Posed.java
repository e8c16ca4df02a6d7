package app.madang.functions.chat;

import app.madang.contracts.ProblemCode;
import app.madang.functions.chat.Asking.Ask;
import app.madang.runtime.ProblemException;
import app.madang.toolbox.FilledInput;
import app.madang.toolbox.InputForm;
import app.madang.toolbox.ReleaseSnapshot;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question as it was put: written, or as a filled form.
 *
 * @param text what people read of it
 * @param inputs the form; null when it was written
 * @param images the pictures beside it; null for none
 */
record Posed(String text, @Nullable List<FilledInput> inputs, @Nullable List<UUID> images) {

  /**
   * What was asked, held against the tool's form.
   *
   * @param tool what answers; null for none
   * @throws ProblemException naming what is wrong of the text or the form
   */
  static Posed of(Ask input, @Nullable ReleaseSnapshot tool) {
    boolean form = tool != null && !tool.inputs().isEmpty();
    boolean first = input.parentId() == null;
    if (input.inputs() == null && !(form && first)) {
      String text = input.text();
      if (text == null || text.isBlank()) {
        throw ProblemException.field("text", Words.of("text_needed"));
      }
      return new Posed(text, null, input.images());
    }
    if (!form || !first) {
      throw ProblemException.field("inputs", Words.of(form ? "form_first" : "no_form"));
    }
    if (input.text() != null || input.images() != null) {
      throw ProblemException.field(
          input.text() == null ? "images" : "text", Words.of("form_instead"));
    }
    List<FilledInput> filled =
        new InputForm(Objects.requireNonNull(tool).inputs())
            .fill(input.inputs() == null ? List.of() : input.inputs());
    if (filled.isEmpty()) {
      throw ProblemException.field("inputs", Words.of("form_empty"));
    }
    List<UUID> images = filled.stream().map(FilledInput::imageId).filter(Objects::nonNull).toList();
    if (images.stream().distinct().count() < images.size()) {
      throw new ProblemException(ProblemCode.INVALID_REQUEST);
    }
    return new Posed(FilledInput.read(filled), filled, images.isEmpty() ? null : images);
  }
}
