package app.madang.functions.ingestion.sandbox;

import app.madang.knowledge.FailureCode;
import app.madang.knowledge.NewPassage;
import java.util.List;

/** How a parse ended. */
public sealed interface ParseOutcome {

  /** The file's passages, in order; at least one. */
  record Parsed(List<NewPassage> passages) implements ParseOutcome {}

  /** Why the file has none. */
  record Unreadable(FailureCode code) implements ParseOutcome {}
}
