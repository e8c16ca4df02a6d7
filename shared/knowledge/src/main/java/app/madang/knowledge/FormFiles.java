package app.madang.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Documents in tools' forms: read as those of collections are, but only for who uploaded them, and
 * for a day. Each step is one conditional statement in the caller's transaction.
 */
public interface FormFiles {

  /** How much of a document's text is kept, in characters. */
  int MOST = 100_000;

  /**
   * Claims a file for reading, as {@link Documents#claim} does.
   *
   * @return nothing when there is nothing to do: no such file, expired, read already or failed
   */
  Optional<ClaimedDocument> claim(UUID fileId, @Nullable Long objectGeneration);

  /**
   * What was read of a file that is being read; its text is sealed, and the first {@link #MOST}
   * characters are kept.
   */
  void read(UUID fileId, List<NewPassage> passages, List<Omission> omissions);

  /** Why a file that is being read could not be. */
  void failed(UUID fileId, FailureCode code);

  /**
   * A file of the caller's with what was read of it; nothing when it is gone, another's, or never
   * was.
   */
  Optional<Held> held(UUID fileId);

  /**
   * A file that is still there.
   *
   * @param text as much as is kept; null unless it was read
   * @param characters of the whole text; 0 unless it was read
   */
  record Held(String name, @Nullable String text, int characters) {

    @Override
    public String toString() {
      return "Held[" + characters + "]";
    }
  }
}
