package app.madang.models.masking;

/** Whether a number stands alone or is a piece of something longer: a path, a hash, a price. */
final class Edges {

  private static final int LONGEST_WORD = 24;

  private Edges() {}

  /**
   * Whether groups may be a number of their own.
   *
   * @param kinds the words of {@link Lexicon} that may touch the number: Tel010…
   */
  static boolean free(Scan scan, int first, int last, int kinds) {
    Groups groups = scan.groups;
    int inside = 0;
    for (int i = first; i < last; i++) {
      inside |= groups.separator[i];
    }
    boolean compact = first == last;
    return !linked(groups, first - 1, inside, compact)
        && !linked(groups, last, inside, compact)
        && left(scan, groups.start[first], kinds, compact)
        && right(scan, groups.start[first], groups.end[last], compact)
        && !(compact && amount(scan, groups.end[last]));
  }

  /** Whether a hyphen or dot without spaces joins a group to the next one. */
  private static boolean linked(Groups groups, int before, int inside, boolean compact) {
    if (before < 0 || before >= groups.count - 1) {
      return false;
    }
    int gap = groups.start[before + 1] - groups.end[before];
    int separator = groups.separator[before];
    if (gap != 1 || (separator & (Groups.HYPHEN | Groups.DOT | Groups.OTHER)) == 0) {
      return false;
    }
    return compact || (separator & inside) != 0 || separator == Groups.HYPHEN;
  }

  private static boolean left(Scan scan, int start, int kinds, boolean compact) {
    char c = scan.charAt(start - 1);
    if (start == 0) {
      return true;
    }
    if (start < scan.urlEnd) {
      return c == '=' && touching(scan, start - 1, kinds)
          || (kinds & Lexicon.PHONE) != 0 && scan.startsWithIgnoreCase(start - 6, "wa.me/")
          || encodedPlus(scan, start);
    }
    if (Lexicon.isLatin(c)) {
      return escaped(scan, start) || touching(scan, start, kinds) || encodedPlus(scan, start);
    }
    if (c == '제' && !Scan.isHangul(scan.charAt(start - 2))) {
      return false;
    }
    return switch (c) {
      case '$', '€', '£', '₩', '￦', '¥', '@', '\\', '%' -> false;
      case '-', '_', '/', '.', '+' -> joint(scan, start, kinds, compact, c);
      case '#' -> !compact;
      default -> true;
    };
  }

  /** "%2B82…" */
  private static boolean encodedPlus(Scan scan, int start) {
    return scan.startsWithIgnoreCase(start - 3, "%2b");
  }

  /** A line break or tab as two characters, as in JSON. */
  private static boolean escaped(Scan scan, int start) {
    char c = scan.text[start - 1];
    return (c == 'n' || c == 't' || c == 'r') && scan.charAt(start - 2) == '\\';
  }

  /** A mark that may join the number to a Latin word or digits before it. */
  private static boolean joint(Scan scan, int start, int kinds, boolean compact, char mark) {
    char before = scan.charAt(start - 2);
    if (mark == '+') {
      return !Scan.isAlphanumeric(before);
    }
    if (mark == '-' && before == '-') {
      return true;
    }
    if (!Scan.isAlphanumeric(before)) {
      return mark != '/' && mark != '.' || !compact || before != '.' && before != '/';
    }
    if (touching(scan, start - 1, kinds)) {
      return true;
    }
    if (mark == '/' && !compact) {
      return !path(scan, start - 1);
    }
    return mark == '.' && !compact && (Lexicon.isLatin(before) || item(scan, start - 1));
  }

  /** "1.010-1234-5678": the number of a list's item ends at this dot. */
  private static boolean item(Scan scan, int dot) {
    int from = dot;
    while (from > 0 && dot - from < 3 && Groups.isDigit(scan.text[from - 1])) {
      from--;
    }
    char before = scan.charAt(from - 1);
    return dot - from < 3 && (before == ' ' || before == '\n');
  }

  /** Whether what stands before this slash looks like a path. */
  static boolean path(Scan scan, int slash) {
    // what was found before the slash is no folder
    for (int i = slash - 1; i >= Math.max(scan.floor, slash - LONGEST_WORD); i--) {
      char c = scan.text[i];
      if (c == '/' || c == '.') {
        return true;
      }
      if (!Scan.isAlphanumeric(c) && c != '-' && c != '_') {
        return false;
      }
    }
    return false;
  }

  /** Whether the Latin word that ends here says one of these kinds. */
  private static boolean touching(Scan scan, int end, int kinds) {
    int from = end;
    while (from > 0 && end - from < LONGEST_WORD && Lexicon.isLatin(scan.text[from - 1])) {
      from--;
    }
    for (int i = from; i < end; i++) {
      if ((scan.lexicon.at(scan.text, i, end) & kinds) != 0 && scan.lexicon.end == end) {
        return true;
      }
    }
    return false;
  }

  private static boolean right(Scan scan, int start, int end, boolean compact) {
    char c = scan.charAt(end);
    char next = scan.charAt(end + 1);
    if (Lexicon.isLatin(c)) {
      return !compact && !Scan.isAlphanumeric(next);
    }
    return switch (c) {
      case '%', '호', '조', '항' -> false;
      case '*' -> next != c || scan.charAt(end + 2) != c;
      case '●', '○', '■', '×' -> false;
      case '_' -> !Scan.isAlphanumeric(next);
      case '-' -> compact ? !Scan.isAlphanumeric(next) : true;
      case '.' -> !compact || !Scan.isAlphanumeric(next) || next >= 'A' && next <= 'Z';
      case '/' -> !compact || !Lexicon.isLatin(next) || separated(scan.charAt(start - 1));
      default -> true;
    };
  }

  /** Whether a list may begin behind this: no path, no word. */
  private static boolean separated(char before) {
    return before == ' ' || before == '\n' || before == ':' || Scan.isHangul(before);
  }

  /** Whether money follows: a number of won is nobody's. */
  static boolean amount(Scan scan, int end) {
    int at = scan.charAt(end) == ' ' ? end + 1 : end;
    return scan.startsWith(at, "원")
        || scan.startsWith(at, "만원")
        || scan.startsWithIgnoreCase(at, "krw")
        || scan.startsWithIgnoreCase(at, "won")
        || scan.charAt(end) == ','
            && Groups.isDigit(scan.charAt(end + 1))
            && Groups.isDigit(scan.charAt(end + 3))
            && !Groups.isDigit(scan.charAt(end + 4));
  }
}
