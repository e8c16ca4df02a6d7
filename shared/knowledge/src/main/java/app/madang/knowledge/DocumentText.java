package app.madang.knowledge;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of what was read of a document, in its order.
 *
 * @param items whole passages; they do not overlap
 * @param previousCursor what stands before; absent at the start
 * @param nextCursor what stands behind; absent at the end
 */
public record DocumentText(
    List<Piece> items, @Nullable String previousCursor, @Nullable String nextCursor) {

  /** A passage of it. */
  public record Piece(UUID id, Location location, String text) {}
}
