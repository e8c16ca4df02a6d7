package app.madang.models.masking;

/**
 * Telephone numbers. Korean ones by their own plan; others with a plus or brackets, or where words
 * say so. Numbers of services (1588-, 1644-, 080-) are nobody's.
 */
final class Phones {

  private enum Line {
    NONE,
    MOBILE,
    /** 070, 050x and 030x: as telling as a mobile number. */
    VIRTUAL,
    LAND
  }

  private Phones() {}

  static boolean find(Scan scan, int first, int last, int code, int total) {
    Groups groups = scan.groups;
    if (total > 16) {
      return false;
    }
    // a plus before a zero is a line added to a file, not a country
    boolean plus = groups.digits[groups.at[first]] != '0' && plus(scan, groups.start[first]);
    boolean shape =
        plus
            ? international(groups, first, last, total) || korean(scan, first, last, code, 2, true)
            : groups.digits[groups.at[first]] == '0'
                ? domestic(scan, first, last, code, total)
                : abroad(scan, first, last, code, total);
    if (!shape) {
      return false;
    }
    Context context = scan.around(first, last);
    if (context.impersonal() || scan.charAt(groups.end[last]) == '호') {
      return false;
    }
    int start = start(scan, first, last, plus);
    return (plus || Edges.free(scan, first, last, Lexicon.PHONE))
        && rightFree(scan, last)
        && scan.hit(start, groups.end[last]);
  }

  private static boolean rightFree(Scan scan, int last) {
    char c = scan.charAt(scan.groups.end[last]);
    return !Lexicon.isLatin(c) || !Scan.isAlphanumeric(scan.charAt(scan.groups.end[last] + 1));
  }

  private static boolean plus(Scan scan, int start) {
    int at = start - 1;
    if (scan.charAt(at) == ' ' || scan.charAt(at) == '(') {
      at--;
    }
    if (at < scan.floor || scan.charAt(at) != '+') {
      return false;
    }
    char before = scan.charAt(at - 1);
    boolean sum = at < start - 1 && before == ' ' && !Character.isWhitespace(scan.charAt(at - 2));
    boolean word = Scan.isAlphanumeric(before) && !Lexicon.escape(scan.text, at - 1);
    return !word && before != '+' && !sum;
  }

  /** With the plus and an opening bracket whose closing one is inside. */
  private static int start(Scan scan, int first, int last, boolean plus) {
    int start = scan.groups.start[first];
    if (plus) {
      while (scan.text[start] != '+') {
        start--;
      }
    }
    boolean closes = false;
    for (int i = first; i < last; i++) {
      closes |= (scan.groups.separator[i] & (Groups.CLOSE | Groups.OPEN)) == Groups.CLOSE;
    }
    return closes && start > scan.floor && scan.charAt(start - 1) == '(' ? start - 1 : start;
  }

  private static boolean domestic(Scan scan, int first, int last, int code, int total) {
    Groups groups = scan.groups;
    char[] digits = groups.digits;
    int at = groups.at[first];
    if (digits[at + 1] == '0' && digits[at + 2] == '8' && digits[at + 3] == '2') {
      return korean(scan, first, last, code, 4, true);
    }
    int separators = 0;
    for (int i = first; i < last; i++) {
      separators |= groups.separator[i];
    }
    Line line = line(digits, at, total, '0');
    boolean compact = first == last;
    if ((separators & Groups.ODD) != 0 && line != Line.MOBILE) {
      return false;
    }
    return switch (line) {
      // other countries' own way: 090-1234-5678, 020 7946 0958
      case NONE ->
          total >= 9
              && total <= 14
              && !(digits[at + 1] == '8' && digits[at + 2] == '0')
              && groups(groups, first, last)
              && labelled(scan, first, last);
      case MOBILE ->
          switch (code) {
            case 0x344, 0x334, 0x38, 0x37, 0x74, 0x64, 0xB, 0x3224, 0x1244 -> true;
            case 0xA -> digits[at + 2] != '0' || phoneSaid(scan, first, last);
            default -> false;
          };
      case VIRTUAL ->
          switch (code) {
            case 0x444, 0x434, 0x345 -> true;
            case 0x344, 0x38, 0x48, 0x74, 0x84, 0xB, 0xC ->
                digits[at + 1] != '3' || phoneSaid(scan, first, last);
            default -> false;
          };
      case LAND ->
          switch (code) {
            case 0x234, 0x244, 0x334, 0x344, 0x27, 0x28, 0x37, 0x38, 0x54, 0x64, 0x74 ->
                (separators & (Groups.HYPHEN | Groups.DOT | Groups.CLOSE)) != 0
                    || code >= 0x100 && first == 0 && last + 1 == groups.count
                    || phoneSaid(scan, first, last);
            default ->
                compact
                    && (digits[at + 2] != '0' && total > 9 && unlabelled(scan, first, last)
                        || phoneSaid(scan, first, last));
          };
    };
  }

  /** Numbers without a leading zero or plus. */
  private static boolean abroad(Scan scan, int first, int last, int code, int total) {
    Groups groups = scan.groups;
    char[] digits = groups.digits;
    int at = groups.at[first];
    if (digits[at] == '8' && digits[at + 1] == '2' && total >= 10) {
      return korean(scan, first, last, code, 2, false);
    }
    boolean lostZero = digits[at] == '1' && digits[at + 1] == '0' && total == 10;
    if (lostZero && (code == 0x244 || code == 0xA)) {
      // a spreadsheet took the zero
      Context context = scan.around(first, last);
      return context.label && context.says(Lexicon.PHONE);
    }
    if (code == 0x344 && digits[at] == '1' && digits[at + 1] >= '3') {
      // a Chinese mobile number
      return labelled(scan, first, last);
    }
    if (code == 0x334 || code == 0x1334) {
      int area = at + (code == 0x1334 ? 1 : 0);
      boolean country = area == at || digits[at] == '1';
      boolean brackets =
          scan.charAt(groups.start[first] - 1) == '('
              && (groups.separator[first] & Groups.CLOSE) != 0;
      return country
          && digits[area] >= '2'
          && digits[area + 3] >= '2'
          && (brackets || phoneSaid(scan, first, last));
    }
    return false;
  }

  private static boolean labelled(Scan scan, int first, int last) {
    Context context = scan.around(first, last);
    return context.label && context.says(Lexicon.PHONE);
  }

  /** Two to five groups that the eye can hold. */
  private static boolean groups(Groups groups, int first, int last) {
    for (int i = first; i <= last; i++) {
      if (groups.size[i] > 6) {
        return false;
      }
    }
    return last > first && last - first < 5;
  }

  private static boolean unlabelled(Scan scan, int first, int last) {
    Context context = scan.around(first, last);
    return !context.label
        && (context.before & (Lexicon.BANK | Lexicon.BANK_NAME | Lexicon.IMPERSONAL)) == 0;
  }

  private static boolean hyphens(Groups groups, int first, int last) {
    for (int i = first; i < last; i++) {
      if (groups.separator[i] != Groups.HYPHEN) {
        return false;
      }
    }
    return true;
  }

  private static boolean phoneSaid(Scan scan, int first, int last) {
    Context context = scan.around(first, last);
    return context.says(Lexicon.PHONE)
        || (context.before & Lexicon.PHONE) != 0 && !context.label
        || (context.after & Lexicon.PHONE) != 0 && context.afterGap <= 8;
  }

  /** +82 10, 82-10, 0082 10, +82 (0)10, +82 2. */
  private static boolean korean(
      Scan scan, int first, int last, int code, int prefix, boolean sure) {
    Groups groups = scan.groups;
    char[] digits = groups.digits;
    int at = groups.at[first] + prefix;
    int total = groups.at[last + 1] - at;
    if (total < 8 || digits[at - 2] != '8' || digits[at - 1] != '2') {
      return false;
    }
    boolean zero = digits[at] == '0';
    Line line = zero ? line(digits, at, total, '0') : line(digits, at - 1, total + 1, '2');
    if (line == Line.NONE) {
      return false;
    }
    int size = groups.size[first];
    boolean compact = first == last;
    boolean cut = compact || size <= prefix + 3;
    boolean tail = compact || groups.size[last] == 4 || groups.size[last] >= 7;
    if (!cut || !tail) {
      return false;
    }
    return sure
        || line == Line.MOBILE
        || last - first == 3 && hyphens(groups, first, last)
        || phoneSaid(scan, first, last);
  }

  /**
   * The kind of line of a Korean number.
   *
   * @param leading what stands at the place of the leading zero; it is taken for a zero
   */
  private static Line line(char[] digits, int at, int total, char leading) {
    if (total < 9 || total > 12 || digits[at] != leading) {
      return Line.NONE;
    }
    char second = digits[at + 1];
    char third = digits[at + 2];
    if (second == '2') {
      return total <= 10 ? Line.LAND : Line.NONE;
    }
    if (second == '1' && (third == '0' || third == '1' || third >= '6')) {
      return total == 11 || total == 10 ? Line.MOBILE : Line.NONE;
    }
    if (second == '7' && third == '0') {
      return total == 11 ? Line.VIRTUAL : Line.NONE;
    }
    if ((second == '5' || second == '3') && third == '0') {
      return total == 11 || total == 12 ? Line.VIRTUAL : Line.NONE;
    }
    boolean area =
        second >= '3'
            && second <= '6'
            && third >= '1'
            && third <= (second == '6' || second == '4' ? '4' : second == '5' ? '5' : '3');
    return area && (total == 10 || total == 11) ? Line.LAND : Line.NONE;
  }

  /** ITU's plan: a country and as many digits as it has. */
  private static boolean international(Groups groups, int first, int last, int total) {
    for (int i = first; i < last; i++) {
      if ((groups.separator[i] & (Groups.NEWLINE | Groups.ODD)) != 0 || groups.size[i] > 11) {
        return false;
      }
    }
    int at = groups.at[first];
    boolean zero =
        first < last
            && (groups.separator[first] & Groups.OPEN) != 0
            && groups.size[first + 1] > 0
            && groups.digits[groups.at[first + 1]] == '0';
    if (!zero) {
      return CountryCodes.allows(groups.digits, at, total);
    }
    // +44 (0)20: the zero is dialled at home only
    char[] without = new char[total - 1];
    int size = groups.size[first];
    System.arraycopy(groups.digits, at, without, 0, size);
    System.arraycopy(groups.digits, at + size + 1, without, size, total - 1 - size);
    return CountryCodes.allows(without, 0, total - 1);
  }
}
