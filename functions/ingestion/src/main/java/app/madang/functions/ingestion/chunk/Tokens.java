package app.madang.functions.ingestion.chunk;

/**
 * Estimates how many tokens a text has. No vendor's tokenizer is asked: models change, and the cut
 * of a document must not.
 */
final class Tokens {

  private Tokens() {}

  /** Four Latin letters or digits a token, three quarters a Hangul or Han character, one a mark. */
  static int in(CharSequence text) {
    int quarters = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x2E80 && Character.isLetterOrDigit(c)) {
        run++;
        continue;
      }
      quarters += (run + 3) / 4 * 4;
      run = 0;
      if (Character.isLetter(c)) {
        quarters += 3;
      } else if (!Character.isWhitespace(c)) {
        quarters += 4;
      }
    }
    return (quarters + (run + 3) / 4 * 4 + 3) / 4;
  }
}
