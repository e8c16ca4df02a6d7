package app.madang.functions.chat;

import app.madang.contracts.ProblemCode;
import app.madang.knowledge.FormFiles;
import app.madang.runtime.ProblemException;
import app.madang.runtime.ProblemException.FieldError;
import app.madang.toolbox.InputValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The documents that a form is filled with: their text, as it was read, stands in for their ids.
 * From then on it is a value like any other.
 */
final class FormDocuments {

  private final FormFiles files;

  FormDocuments(FormFiles files) {
    this.files = files;
  }

  /**
   * The same values with their documents' texts; inside the caller's transaction.
   *
   * @param given null for no form
   * @throws ProblemException not_found when a file is gone or another's, file_not_ready when it was
   *     not read, naming the field
   */
  @Nullable List<InputValue> said(@Nullable List<InputValue> given) {
    return given == null ? null : given.stream().map(this::said).toList();
  }

  private InputValue said(InputValue value) {
    if (value.fileId() == null) {
      return value;
    }
    String field = "inputs." + value.name();
    if (!value.isDocumentAlone()) {
      throw ProblemException.field(field, Words.of("file_alone"));
    }
    FormFiles.Held held =
        files
            .held(value.fileId())
            .orElseThrow(() -> about(field, ProblemCode.NOT_FOUND, "file_gone"));
    String text = held.text();
    if (text == null) {
      throw about(field, ProblemCode.FILE_NOT_READY, "file_not_ready");
    }
    return value.saying(text, held.name(), held.characters());
  }

  private static ProblemException about(String field, ProblemCode code, String words) {
    return new ProblemException(code, List.of(new FieldError(field, Words.of(words))));
  }
}
