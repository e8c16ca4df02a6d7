package app.madang.functions.ingestion.parse;

import app.madang.knowledge.FailureCode;

/** How much may come out of one uploaded file, however deep it lies in archives in archives. */
final class EnclosedLimits {

  /** Mails hang in mails, archives in archives, but not like this. */
  static final int DEEPEST = 4;

  private static final int MOST_FILES = 2000;
  private static final long LARGEST = 512L * 1024 * 1024;

  private final Allowance bytes = new Allowance(LARGEST);
  private int files;

  Allowance bytes() {
    return bytes;
  }

  /** Counts a file: its number in the order of reading, from 1. */
  int another() {
    if (++files > MOST_FILES) {
      throw new UnreadableException(FailureCode.TOO_COMPLEX, "too many files in one");
    }
    return files;
  }
}
