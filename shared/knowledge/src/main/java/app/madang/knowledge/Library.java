package app.madang.knowledge;

import java.util.List;
import java.util.UUID;

/** What the caller may read now; for who keeps answers that rest on passages. */
public interface Library {

  /**
   * A text that is the same as long as the same rights show the same documents.
   *
   * @param collectionIds empty for all that are readable
   */
  String state(List<UUID> collectionIds);

  /**
   * Passages, read again under the caller's rights, in the order of their ids; those that are gone
   * or not the caller's to read are absent.
   */
  List<Hit> read(List<UUID> passageIds);

  /** Whether the caller may still read all of these passages. */
  boolean mayRead(List<UUID> passageIds);
}
