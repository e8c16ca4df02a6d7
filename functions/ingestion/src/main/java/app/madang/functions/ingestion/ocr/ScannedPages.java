package app.madang.functions.ingestion.ocr;

import app.madang.functions.ingestion.parse.Scans;
import app.madang.functions.ingestion.parse.Scans.Scan;
import app.madang.functions.ingestion.sandbox.ParseOutcome;
import app.madang.functions.ingestion.sandbox.ParseOutcome.Unreadable;
import app.madang.functions.ingestion.sandbox.Sandbox;
import app.madang.knowledge.FailureCode;
import app.madang.knowledge.Omission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the scanned pages of a file, and of the files in it, recognised, a few at a time, and the
 * file read again with what was found. Pages for which there was no time, or nobody, stay left out.
 */
public final class ScannedPages {

  private static final Logger LOG = LoggerFactory.getLogger(ScannedPages.class);
  private static final int AT_A_TIME = 8;

  private final Sandbox sandbox;
  private final PageRecogniser recogniser;
  private final Duration most;

  /** Recognition within a time for a whole document. */
  public ScannedPages(Sandbox sandbox, PageRecogniser recogniser, Duration most) {
    this.sandbox = sandbox;
    this.recogniser = recogniser;
    this.most = most;
  }

  /** A file that was given up is not read again: it would be given up again, minutes later. */
  private static boolean mayHaveScans(ParseOutcome outcome) {
    return !(outcome instanceof Unreadable(FailureCode code, List<Omission> _))
        || code == FailureCode.SCANNED
        || code == FailureCode.NO_TEXT;
  }

  /**
   * The outcome with the scanned pages read; the same one when there are none.
   *
   * @param wanted asked now and then whether somebody still waits for it
   */
  public ParseOutcome read(ParseOutcome outcome, Path file, Path workspace, BooleanSupplier wanted)
      throws IOException, InterruptedException {
    if (!mayHaveScans(outcome)) {
      return outcome;
    }
    Scans scans = sandbox.scans(workspace);
    Instant end = Instant.now().plus(most);
    int found = 0;
    int pages = 0;
    for (Scan scan : scans.all()) {
      Path scanned = scan.path() == null ? file : scan.path();
      pages += scan.pages().size();
      for (int i = 0; i < scan.pages().size() && Instant.now().isBefore(end); i += AT_A_TIME) {
        if (!wanted.getAsBoolean()) {
          return outcome;
        }
        int next = Math.min(scan.pages().size(), i + AT_A_TIME);
        found +=
            recognise(
                new Scan(scan.number(), scanned, scan.pages().subList(i, next)),
                scanned,
                workspace);
      }
    }
    if (pages == 0) {
      return outcome;
    }
    LOG.info("Recognised {} of {} scanned pages", found, pages);
    return found == 0 ? outcome : sandbox.parse(file, workspace);
  }

  private int recognise(Scan scan, Path file, Path workspace)
      throws IOException, InterruptedException {
    Path pictures = Files.createTempDirectory(workspace, "pictures");
    sandbox.draw(file, scan.pages(), pictures, workspace);
    int found = 0;
    for (int page : scan.pages()) {
      Path picture = pictures.resolve(page + ".png");
      if (Files.exists(picture)) {
        try {
          String text = recogniser.recognise(picture);
          // nothing found is nothing read: its owner should know
          if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
            sandbox.scans(workspace).recognised(scan.number(), page, text);
            found++;
          }
        } catch (IOException e) {
          LOG.warn("A page was not recognised: {}", e.toString());
        } finally {
          Files.delete(picture);
        }
      }
    }
    return found;
  }
}
