package app.madang.toolbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A live tool as programs are told of it. At least one name is there.
 *
 * @param inputs the form that a first question fills; none when it is just asked
 * @param releasedAt when what is live now was released
 */
public record ListedTool(
    UUID id,
    @Nullable String nameKo,
    @Nullable String nameEn,
    @Nullable String descriptionKo,
    @Nullable String descriptionEn,
    List<ToolInput> inputs,
    Instant releasedAt) {

  /** Keeps its own copy. */
  public ListedTool {
    inputs = List.copyOf(inputs);
  }

  /** Its name in a language if it has one, else in the other. */
  public String name(boolean korean) {
    return String.valueOf(chosen(nameKo, nameEn, korean));
  }

  /** What it says of itself in a language if it does, else in the other; empty when it does not. */
  public String description(boolean korean) {
    String text = chosen(descriptionKo, descriptionEn, korean);
    return text == null ? "" : text;
  }

  private static @Nullable String chosen(@Nullable String ko, @Nullable String en, boolean korean) {
    String first = korean ? ko : en;
    return first != null ? first : korean ? en : ko;
  }
}
