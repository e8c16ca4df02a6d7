package app.madang.knowledge;

import app.madang.contracts.Clearance;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which vectors a document's passages need.
 *
 * @param current what searches compare
 * @param next what they will compare once all of the collection has it; null while nothing changes
 * @param broughtBy who uploaded the document or set up its source; pays for what searches need
 *     first
 * @param clearance what its collection is
 */
public record EmbeddingTargets(
    EmbeddingSpace current, @Nullable EmbeddingSpace next, UUID broughtBy, Clearance clearance) {

  /** What searches need first. */
  public List<EmbeddingSpace> inOrder() {
    return next == null ? List.of(current) : List.of(current, next);
  }
}
