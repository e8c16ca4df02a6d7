package app.madang.metering;

/** Whose spending a budget bounds. */
public enum BudgetScope {
  PERSON,
  GROUP,
  TOOL,
  COMPANY
}
