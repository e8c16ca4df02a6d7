package app.madang.functions.chat.administration;

import app.madang.models.setup.SetupHistory.Change;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who changed something last. */
record Changed(Instant at, @Nullable String by) {

  static @Nullable Changed of(Optional<Change> change) {
    return change.map(found -> new Changed(found.at(), found.by())).orElse(null);
  }
}
