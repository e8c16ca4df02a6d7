package app.madang.functions.documents.source;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A place that documents come from, for the time of one slice of a run. */
public interface Source {

  /**
   * Lists what is there, a step at a time.
   *
   * @param cursor where this run's list goes on; null at its begin
   * @param checkpoint what the last whole run left for this one
   */
  Listing list(@Nullable String cursor, @Nullable String checkpoint);

  /** Reads an item into a file, unless it is as it was. */
  Fetched fetch(SourceItem item, Path into);

  /** How long to wait between two items. */
  default long pauseMillis() {
    return 0;
  }
}
