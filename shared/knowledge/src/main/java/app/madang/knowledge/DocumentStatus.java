package app.madang.knowledge;

import java.util.EnumSet;
import java.util.Set;

/** Where a document is on its way from announced bytes to answers. */
public enum DocumentStatus {
  /** Announced; its bytes are awaited. */
  UPLOADING,
  /** Its bytes are there and are being read. */
  PARSING,
  /** Found by its words. */
  CHUNKED,
  /** Found by its meaning too. */
  READY,
  /** Could not be read; the {@link FailureCode} says why. */
  FAILED,
  /** Hidden from everyone; what is left of it is being removed. */
  DELETING;

  /** The states whose passages a search may find. */
  public static final Set<DocumentStatus> SEARCHABLE = EnumSet.of(CHUNKED, READY);

  /** Whether the step to another state is legal. */
  public boolean canBecome(DocumentStatus next) {
    return switch (this) {
      case UPLOADING -> next == PARSING || next == FAILED || next == DELETING;
      case PARSING -> next == CHUNKED || next == FAILED || next == DELETING;
      case CHUNKED -> next == READY || next == DELETING;
      case READY -> next == DELETING;
      case FAILED -> next == PARSING || next == DELETING;
      case DELETING -> false;
    };
  }
}
