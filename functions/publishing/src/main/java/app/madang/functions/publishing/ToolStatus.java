package app.madang.functions.publishing;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Where the making of a tool stands; the table's trigger holds the same order. */
enum ToolStatus {
  DRAFT,
  EVALUATING,
  SUBMITTED,
  RETURNED,
  APPROVED,
  RELEASING,
  LIVE,
  RETIRED;

  /** What was not handed in, or is over. */
  static final Set<ToolStatus> EDITABLE =
      Collections.unmodifiableSet(EnumSet.of(DRAFT, RETURNED, LIVE));
}
