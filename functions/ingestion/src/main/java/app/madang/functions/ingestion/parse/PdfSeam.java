package app.madang.functions.ingestion.parse;

import java.util.regex.Pattern;

/**
 * Two lines, one after the other.
 *
 * @param room what the line above leaves at its end
 */
record PdfSeam(PdfLine above, PdfLine below, double room) {

  private static final Pattern ITEM =
      Pattern.compile(
          "[•·▪■□○●◦◯※▶▷◆◇★☆➢✓✔①-⑳㉠-㉻❶-❿].*"
              + "|[-–—*] .*"
              + "|[(\\[]?(\\d{1,3}|[가-하]|[A-Za-z]|[ivx]{1,4})[)\\]] ?\\D.*"
              + "|([A-Z]|[IVX]{1,4}|\\d{1,2})\\. ?[^\\d ].*"
              + "|\\d{1,2}(\\.\\d{1,2}){1,3}\\.? \\D.*"
              + "|제 ?\\d{1,3} ?[조장절관항](의 ?\\d{1,2})? ?[(\\[【（].*"
              + "|제 ?\\d{1,3} ?[장절관편] .*");

  /** What numbers an item, but also ends a sentence: "다." */
  private static final Pattern SYLLABLE = Pattern.compile("[가나다라마바사아자차카타파하]\\. ?[^\\d ].*");

  private static final Pattern END = Pattern.compile(".*[.!?。…:;][\"'”’)\\]」』】]*");

  /** In sizes of the type. */
  private static final double SMALL = 0.3;

  private static final double INDENT = 0.8;
  private static final double HANGING = 5;

  /** The line below would have fitted no part of itself above. */
  boolean isFull() {
    return room < below.firstWord() + 2 * SMALL * above.size();
  }

  boolean isOneStyle() {
    return Math.abs(above.size() - below.size()) <= 1 && above.bold() == below.bold();
  }

  boolean startsItem() {
    return ITEM.matcher(below.text()).matches()
        || (isAfterEnd() && SYLLABLE.matcher(below.text()).matches());
  }

  /** Whether the line above ends a sentence. */
  boolean isAfterEnd() {
    return END.matcher(above.text()).matches();
  }

  /** Whether the margins are those of one paragraph; the first line and items stand aside. */
  boolean isAligned(boolean first) {
    double aside = (below.left() - above.left()) / above.size();
    if (Math.abs(aside) <= INDENT || isCentred()) {
      return true;
    }
    boolean item = ITEM.matcher(above.text()).matches() || SYLLABLE.matcher(above.text()).matches();
    return first && (aside < 0 ? aside > -HANGING : item && aside < HANGING);
  }

  private boolean isCentred() {
    double middles = above.left() + above.right() - below.left() - below.right();
    return Math.abs(middles) < above.size() && above.left() > below.left();
  }

  /** The room was enough for a character, and yet the line ended: words are not broken here. */
  boolean keepsWords() {
    double spare = room + above.looseness();
    return spare > below.firstGlyph() + 2 * SMALL * above.size();
  }
}
