package app.madang.functions.ingestion.parse;

import app.madang.knowledge.FailureCode;
import app.madang.knowledge.Omission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of any format; its content decides which, its name does not. */
public final class DocumentFile {

  private static final int MOST_OMISSIONS = 200;

  private final Path file;
  private final @Nullable Scans scans;

  /** The file at a path. */
  public DocumentFile(Path file) {
    this(file, null);
  }

  /**
   * The file at a path.
   *
   * @param scans where scanned pages are asked for and what was recognised is found
   */
  public DocumentFile(Path file, @Nullable Scans scans) {
    this.file = file;
    this.scans = scans;
  }

  /**
   * Tells the file's blocks in reading order, clean of control characters and in Unicode's NFC.
   *
   * @return what had to be left out
   * @throws UnreadableException with the reason for its owner
   */
  public List<Omission> read(BlockSink sink) {
    List<Omission> omissions = new ArrayList<>();
    try {
      new Reading(
              sink,
              omission -> {
                if (omissions.size() < MOST_OMISSIONS) {
                  omissions.add(omission);
                }
              },
              scans)
          .read(file);
    } catch (IOException e) {
      throw new UnreadableException(FailureCode.BROKEN, e);
    }
    return omissions;
  }
}
