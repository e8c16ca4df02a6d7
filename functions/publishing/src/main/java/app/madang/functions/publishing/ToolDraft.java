package app.madang.functions.publishing;

import app.madang.runtime.ProblemException;
import app.madang.toolbox.InputForm;
import app.madang.toolbox.OutputSchema;
import app.madang.toolbox.ToolCategory;
import app.madang.toolbox.ToolInput;
import app.madang.toolbox.ToolOutput;
import app.madang.toolbox.ToolSampling;
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
    List<Bilingual> starters,
    ToolCategory category,
    List<ToolInput> inputs,
    ToolOutput output,
    ToolSampling sampling) {

  private static final int NAME = 60;
  private static final int DESCRIPTION = 500;
  private static final int STARTER = 200;

  /**
   * A draft of what was sent.
   *
   * @throws ProblemException when a text is empty or too long, or the form or the output is none
   */
  static ToolDraft of(
      Bilingual name,
      ToolIcon icon,
      @Nullable Bilingual description,
      @Nullable String instructions,
      @Nullable String model,
      @Nullable List<UUID> collectionIds,
      @Nullable List<Bilingual> starters,
      @Nullable ToolCategory category,
      @Nullable List<ToolInput> inputs,
      @Nullable ToolOutput output,
      @Nullable ToolSampling sampling) {
    return new ToolDraft(
        name.checked("name", NAME),
        icon,
        description == null ? null : description.checked("description", DESCRIPTION),
        instructions == null ? "" : instructions.strip(),
        model,
        collectionIds == null ? List.of() : collectionIds.stream().distinct().toList(),
        starters == null
            ? List.of()
            : starters.stream().map(starter -> starter.checked("starters", STARTER)).toList(),
        category == null ? ToolCategory.OTHER : category,
        inputs == null ? List.of() : InputForm.checked(inputs),
        output == null ? ToolOutput.CHAT : OutputSchema.checked(output),
        sampling == null ? ToolSampling.USUAL : sampling);
  }
}
