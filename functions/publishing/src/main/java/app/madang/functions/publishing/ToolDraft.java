package app.madang.functions.publishing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that a tool is made of, checked. */
record ToolDraft(
    Bilingual name,
    ToolIcon icon,
    @Nullable Bilingual description,
    String instructions,
    @Nullable String model,
    List<UUID> collectionIds,
    List<Bilingual> starters) {

  private static final int NAME = 60;
  private static final int DESCRIPTION = 500;
  private static final int STARTER = 200;

  /**
   * A draft of what was sent.
   *
   * @throws app.madang.runtime.ProblemException when a text is empty or too long
   */
  static ToolDraft of(
      Bilingual name,
      ToolIcon icon,
      @Nullable Bilingual description,
      @Nullable String instructions,
      @Nullable String model,
      @Nullable List<UUID> collectionIds,
      @Nullable List<Bilingual> starters) {
    return new ToolDraft(
        name.checked("name", NAME),
        icon,
        description == null ? null : description.checked("description", DESCRIPTION),
        instructions == null ? "" : instructions.strip(),
        model,
        collectionIds == null ? List.of() : collectionIds.stream().distinct().toList(),
        starters == null
            ? List.of()
            : starters.stream().map(starter -> starter.checked("starters", STARTER)).toList());
  }
}
