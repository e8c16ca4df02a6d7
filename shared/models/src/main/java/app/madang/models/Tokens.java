package app.madang.models;

/**
 * What a call took.
 *
 * @param input all tokens that the model read
 * @param cachedInput those of them that the vendor had cached
 * @param cacheWritten those of them that the vendor put into its cache
 * @param output all tokens that it wrote, reasoning included
 * @param estimated whether we counted because the vendor did not say
 */
public record Tokens(
    long input, long cachedInput, long cacheWritten, long output, boolean estimated) {

  /** Nothing was read or written. */
  public static final Tokens NONE = new Tokens(0, 0, 0, false);

  /** Nothing was put into a cache. */
  public Tokens(long input, long cachedInput, long output, boolean estimated) {
    this(input, cachedInput, 0, output, estimated);
  }

  /** Refuses what no vendor can mean. */
  public Tokens {
    boolean negative = input < 0 || output < 0 || cachedInput < 0 || cacheWritten < 0;
    if (negative || cachedInput + cacheWritten > input) {
      throw new IllegalArgumentException("impossible token counts");
    }
  }

  /** Both together. */
  public Tokens plus(Tokens other) {
    return new Tokens(
        input + other.input,
        cachedInput + other.cachedInput,
        cacheWritten + other.cacheWritten,
        output + other.output,
        estimated || other.estimated);
  }
}
