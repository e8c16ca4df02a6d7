package app.madang.toolbox;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was filled into a field, not checked yet.
 *
 * @param name which field
 * @param value the words, the number, the day, the option or a file's text; null with a picture
 * @param fileName of a file's text; null for none
 * @param imageId a picture that was added to the conversation; null for none
 * @param fileId a document that the caller uploaded for a form; null for none, or once its text
 *     stands in its place
 * @param characters how many a document's whole text has: as much of it is told as there is room
 *     for; null for what must fit
 */
public record InputValue(
    @NotNull @Size(max = 40) String name,
    @Nullable @Size(max = 100_000) String value,
    @Nullable @Size(min = 1, max = 255) String fileName,
    @Nullable UUID imageId,
    @Nullable UUID fileId,
    @Nullable @Positive Integer characters) {

  /** Words, a text file or a picture. */
  public InputValue(
      String name, @Nullable String value, @Nullable String fileName, @Nullable UUID imageId) {
    this(name, value, fileName, imageId, null, null);
  }

  /** The same field with what a document says, in place of its id. */
  public InputValue saying(String text, String documentName, int wholeCharacters) {
    return new InputValue(name, text, documentName, null, null, wholeCharacters);
  }

  /** Whether nothing else stands beside the document's id. */
  public boolean isDocumentAlone() {
    return fileId != null
        && value == null
        && fileName == null
        && imageId == null
        && characters == null;
  }

  boolean isEmpty() {
    return imageId == null
        && fileId == null
        && fileName == null
        && (value == null || value.isBlank());
  }

  int length() {
    return value == null ? 0 : value.length();
  }

  /** The beginning of a document's text, never half a character. */
  InputValue cutTo(int most) {
    if (value == null || value.length() <= most) {
      return this;
    }
    int end = most > 0 && Character.isHighSurrogate(value.charAt(most - 1)) ? most - 1 : most;
    return new InputValue(name, value.substring(0, end), fileName, imageId, fileId, characters);
  }
}
