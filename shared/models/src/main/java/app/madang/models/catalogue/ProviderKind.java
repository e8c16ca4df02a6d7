package app.madang.models.catalogue;

/** Which interface a provider speaks. */
public enum ProviderKind {
  /** OpenAI itself. */
  OPENAI(true),
  /** Any other that speaks OpenAI's chat completions: Ollama, vLLM and more. */
  OPENAI_COMPATIBLE(false),
  /** Anthropic. */
  ANTHROPIC(true),
  /** Gemini at Google AI. */
  GEMINI(true),
  /** Gemini at Vertex AI: the key is the function's own access token. */
  VERTEX_AI(true),
  /** The platform's own embedding function. */
  LOCAL(false);

  private final boolean needsKey;

  ProviderKind(boolean needsKey) {
    this.needsKey = needsKey;
  }

  /** Whether nothing goes without a key. */
  public boolean needsKey() {
    return needsKey;
  }
}
