package app.madang.toolbox;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was filled into a field, not checked yet.
 *
 * @param name which field
 * @param value the words, the number, the day, the option or a text file's content; null with a
 *     picture
 * @param fileName of a text file; null for none
 * @param imageId a picture that was added to the conversation; null for none
 */
public record InputValue(
    @NotNull @Size(max = 40) String name,
    @Nullable @Size(max = 100_000) String value,
    @Nullable @Size(min = 1, max = 255) String fileName,
    @Nullable UUID imageId) {

  boolean isEmpty() {
    return imageId == null && fileName == null && (value == null || value.isBlank());
  }
}
