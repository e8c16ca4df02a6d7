package app.madang.metering;

/** By what spending is told apart. */
public enum Dimension {
  COMPANY,
  PERSON,
  GROUP,
  API_KEY,
  TOOL,
  MODEL
}
