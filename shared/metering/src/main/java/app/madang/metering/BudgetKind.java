package app.madang.metering;

/** What a budget does at its cap. */
public enum BudgetKind {
  /** Refuses. */
  HARD,
  /** Only tells. */
  WARNING
}
