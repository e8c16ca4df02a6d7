package app.madang.functions.embedding;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who pays where vectors cost something.
 *
 * @param person null for the company
 * @param waited whether the person waits, so that a budget may refuse it
 */
record Bill(@Nullable UUID person, boolean waited) {

  /** For a search. */
  static Bill ofSearch(@Nullable UUID person) {
    return new Bill(person, true);
  }

  /** For a document that somebody brought. */
  static Bill ofDocument(UUID person) {
    return new Bill(person, false);
  }

  /** For what the platform does by itself. */
  static Bill ofCompany() {
    return new Bill(null, false);
  }
}
