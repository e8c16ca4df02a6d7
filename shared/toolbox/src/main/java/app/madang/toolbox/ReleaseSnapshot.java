package app.madang.toolbox;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a tool does, as it was released; it never changes.
 *
 * @param number counts the tool's releases from 1; 0 is what is still being made
 * @param instructions what a model is told before each question
 * @param model a model's id or a policy; null when the asker chooses
 * @param collectionIds what it reads, of this only what the asker may read; it reads nothing when
 *     empty
 * @param inputs the form that a first question fills; none when people just ask
 * @param output what its answers look like
 * @param sampling how they are drawn
 * @param actions what it may do outside, as it was pinned
 */
public record ReleaseSnapshot(
    UUID toolId,
    int number,
    String instructions,
    @Nullable String model,
    List<UUID> collectionIds,
    List<ToolInput> inputs,
    ToolOutput output,
    ToolSampling sampling,
    List<ToolAction> actions) {

  /** Keeps its own copies. */
  public ReleaseSnapshot {
    collectionIds = List.copyOf(collectionIds);
    inputs = List.copyOf(inputs);
    actions = List.copyOf(actions);
  }

  /** Whether it looks into documents at all. */
  public boolean reads() {
    return !collectionIds.isEmpty();
  }
}
