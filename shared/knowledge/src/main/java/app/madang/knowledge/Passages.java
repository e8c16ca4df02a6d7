package app.madang.knowledge;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads single passages under the caller's rights. */
public interface Passages {

  /** A passage with its neighbours; empty when it is gone or not the caller's to read. */
  Optional<PassageInContext> find(UUID passageId);

  /**
   * What was read of a document, a stretch at a time; nothing while it is not read, empty when it
   * is gone or not the caller's to read.
   */
  Optional<DocumentText> read(UUID documentId, Stretch stretch);

  /** Which of these the caller may still read; inside the caller's transaction. */
  Set<UUID> readable(Collection<UUID> passageIds);
}
