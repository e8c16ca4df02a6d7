package app.madang.functions.ingestion.sandbox;

import app.madang.knowledge.FailureCode;
import app.madang.knowledge.NewPassage;
import app.madang.knowledge.Omission;
import java.util.List;

/** How a parse ended. */
public sealed interface ParseOutcome {

  /**
   * The file's passages, in order; at least one.
   *
   * @param omissions what was left out
   */
  record Parsed(List<NewPassage> passages, List<Omission> omissions) implements ParseOutcome {}

  /**
   * Why the file has none.
   *
   * @param omissions what was left out, so that nothing is left
   */
  record Unreadable(FailureCode code, List<Omission> omissions) implements ParseOutcome {

    /** Unreadable as a whole. */
    public Unreadable(FailureCode code) {
      this(code, List.of());
    }
  }

  /** What was left out. */
  List<Omission> omissions();
}
