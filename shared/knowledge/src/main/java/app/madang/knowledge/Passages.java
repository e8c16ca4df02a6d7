package app.madang.knowledge;

import java.util.Optional;
import java.util.UUID;

/** Reads single passages under the caller's rights. */
public interface Passages {

  /** A passage with its neighbours; empty when it is gone or not the caller's to read. */
  Optional<PassageInContext> find(UUID passageId);
}
