package app.madang.models.routing;

/**
 * Takes off what a continuation repeats of what was said: the longest end of the one that is a
 * beginning of the other, or all of it when the model began anew. Holds the first pieces back until
 * that is decided.
 */
final class OverlapTrim {

  private static final int DECIDE_AT = 200;

  /** Shorter ones are chance. */
  private static final int LEAST = 3;

  private static final int ANEW = 24;

  private final String said;
  private final StringBuilder held = new StringBuilder();
  private boolean decided;
  private int toSkip;

  OverlapTrim(String said) {
    this.said = said;
  }

  /** What may be read on after this piece. */
  String push(String delta) {
    if (decided) {
      return skip(delta);
    }
    held.append(delta);
    return held.length() < Math.min(DECIDE_AT, said.length()) ? "" : decide();
  }

  /** What may be read on at the end. */
  String finish() {
    return decided ? "" : decide();
  }

  private String decide() {
    decided = true;
    String text = held.toString();
    held.setLength(0);
    if (said.length() >= ANEW
        && text.startsWith(said.substring(0, Math.min(text.length(), said.length())))
        && text.length() >= ANEW) {
      toSkip = said.length();
      return skip(text);
    }
    return text.substring(overlap(text));
  }

  private int overlap(String text) {
    for (int length = Math.min(text.length(), said.length()); length >= LEAST; length--) {
      if (said.endsWith(text.substring(0, length))) {
        return length;
      }
    }
    return 0;
  }

  private String skip(String delta) {
    int now = Math.min(toSkip, delta.length());
    toSkip -= now;
    return delta.substring(now);
  }
}
