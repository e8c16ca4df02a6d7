package app.madang.testing.vendors;

/** Whose interface. */
public enum WireDialect {
  /** OpenAI's chat completions. */
  OPENAI("/openai/v1"),
  /** Anthropic's messages. */
  ANTHROPIC("/anthropic/v1"),
  /** Gemini's generateContent. */
  GEMINI("/gemini/v1beta");

  private final String base;

  WireDialect(String base) {
    this.base = base;
  }

  /** Where it stands in the stand-in. */
  public String base() {
    return base;
  }
}
