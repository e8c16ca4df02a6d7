package app.madang.models.catalogue;

/** How a model is told how long to reason. */
public enum EffortStyle {
  /** It is not. */
  NONE,
  /** By a level: low, medium, high. */
  LEVEL,
  /** By a number of tokens. */
  BUDGET
}
