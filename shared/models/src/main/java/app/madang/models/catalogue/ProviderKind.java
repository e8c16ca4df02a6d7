package app.madang.models.catalogue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which interface a provider speaks. */
public enum ProviderKind {
  /** OpenAI itself. */
  OPENAI(true, "https://api.openai.com/v1"),
  /** Any other that speaks OpenAI's chat completions: Ollama, vLLM and more. */
  OPENAI_COMPATIBLE(false, null),
  /** Anthropic. */
  ANTHROPIC(true, "https://api.anthropic.com/v1"),
  /** Gemini at Google AI. */
  GEMINI(true, "https://generativelanguage.googleapis.com/v1beta"),
  /** Gemini at Vertex AI: the key is the function's own access token. */
  VERTEX_AI(true, null),
  /** The platform's own embedding function. */
  LOCAL(false, null);

  private final boolean needsKey;
  private final @Nullable String home;

  ProviderKind(boolean needsKey, @Nullable String home) {
    this.needsKey = needsKey;
    this.home = home;
  }

  /** Whether nothing goes without a key. */
  public boolean needsKey() {
    return needsKey;
  }

  /** The vendor's own address; empty where there is none for all. */
  public Optional<String> home() {
    return Optional.ofNullable(home);
  }
}
