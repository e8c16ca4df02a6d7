package app.madang.models.masking;

/** Where an address begins: its words, read backwards from the road or place. */
final class AddressStart {

  private static final int MOST_WORDS = 7;
  private static final int LONGEST_WORD = 24;

  /** Where the address begins. */
  final int from;

  /** Where its last word, the one before the number, begins. */
  final int lastFrom;

  /** Whether a region of Korea is in it. */
  final boolean region;

  /** How many words of places are in it. */
  final int words;

  private AddressStart(int from, int lastFrom, boolean region, int words) {
    this.from = from;
    this.lastFrom = lastFrom;
    this.region = region;
    this.words = words;
  }

  static AddressStart before(Scan scan, int lastChar) {
    int lastFrom = wordStart(scan, lastChar);
    int from = lastFrom;
    boolean region = Regions.begins(scan.text, lastFrom, lastChar + 1);
    int reach = lastFrom;
    int words = 0;
    int at = lastFrom;
    for (int i = 0; i < MOST_WORDS; i++) {
      int end = gap(scan, at);
      if (end < 0) {
        break;
      }
      int start = wordStart(scan, end);
      if (start > end) {
        break;
      }
      if (Regions.is(scan.text, start, end + 1) || Regions.begins(scan.text, start, end + 1)) {
        region = true;
        reach = start;
        words++;
      } else if (!place(scan, start, end) || region) {
        if (region || i >= 2) {
          break;
        }
      } else {
        words++;
      }
      at = start;
    }
    if (region) {
      from = Math.min(reach, lastFrom);
    } else if (words > 0) {
      int end = gap(scan, lastFrom);
      int start = end < 0 ? lastFrom : wordStart(scan, end);
      from = end >= 0 && place(scan, start, end) ? start : lastFrom;
    }
    return new AddressStart(region ? postcode(scan, from) : from, lastFrom, region, words);
  }

  /** The last character of the word before; -1 when something else than a space is between. */
  private static int gap(Scan scan, int from) {
    int at = from - 1;
    int spaces = 0;
    while (at >= scan.floor
        && (scan.text[at] == ' ' || scan.text[at] == ',' || scan.text[at] == '\n')
        && spaces < 3) {
      at--;
      spaces++;
    }
    return spaces > 0 && spaces < 3 && at >= scan.floor && Scan.isHangul(scan.text[at]) ? at : -1;
  }

  private static int wordStart(Scan scan, int last) {
    int at = last + 1;
    while (at > scan.floor
        && last - at < LONGEST_WORD
        && (Scan.isHangul(scan.text[at - 1])
            || Scan.isAlphanumeric(scan.text[at - 1])
            || scan.text[at - 1] == '.')) {
      at--;
    }
    return at;
  }

  private static boolean place(Scan scan, int from, int last) {
    int n = last - from + 1;
    return n >= 2 && n <= 9 && "읍면동리가구로길".indexOf(scan.text[last]) >= 0;
  }

  /** "(06236) ", "우)06236 ": the postcode in front. */
  private static int postcode(Scan scan, int from) {
    int at = from;
    while (at > scan.floor && scan.text[at - 1] == ' ') {
      at--;
    }
    boolean closed = at > scan.floor && (scan.text[at - 1] == ')' || scan.text[at - 1] == ']');
    int end = closed ? at - 1 : at;
    int start = end;
    while (start > scan.floor && end - start < 6 && Groups.isDigit(scan.text[start - 1])) {
      start--;
    }
    char before = scan.charAt(start - 1);
    if (end - start != 5 || from == at && !closed) {
      return from;
    }
    boolean opened = before == '(' || before == '[';
    if (closed != opened) {
      return closed ? from : Scan.isAlphanumeric(before) || before == '-' ? from : start;
    }
    return Scan.isAlphanumeric(before) || before == '-'
        ? from
        : opened && start - 1 >= scan.floor ? start - 1 : start;
  }
}
