package app.madang.models.masking;

/** Business registration numbers: 3-2-5 with a checksum; in one piece only where words say so. */
final class BusinessNumbers {

  private static final String WEIGHTS = "137137135";

  private BusinessNumbers() {}

  static boolean find(Scan scan, int first, int last, int code) {
    if (code != 0x325 && code != 0xA && code != 0x37 && code != 0x55) {
      return false;
    }
    Groups groups = scan.groups;
    if (!checked(groups.digits, groups.at[first])) {
      return false;
    }
    Context context = scan.around(first, last);
    boolean told = (context.before & Lexicon.BUSINESS) != 0;
    boolean hyphens =
        code == 0x325 && (groups.separator[first] & Groups.SPACE) == 0
            || code == 0x325 && (groups.separator[first] & Groups.HYPHEN) != 0;
    int bank = Lexicon.BANK | Lexicon.BANK_NAME;
    return (hyphens || told)
        && !context.impersonal()
        && (told || !context.says(bank))
        && Edges.free(scan, first, last, Lexicon.BUSINESS)
        && scan.hit(groups.start[first], groups.end[last]);
  }

  /** With separators that nothing else has, only where words say so. */
  static boolean told(Scan scan, int first, int last, int code) {
    return (scan.around(first, last).before & Lexicon.BUSINESS) != 0
        && find(scan, first, last, code);
  }

  private static boolean checked(char[] digits, int at) {
    if (digits[at] == '0') {
      return false;
    }
    int sum = (digits[at + 8] - '0') * 5 / 10;
    for (int i = 0; i < 9; i++) {
      sum += (digits[at + i] - '0') * (WEIGHTS.charAt(i) - '0');
    }
    return (10 - sum % 10) % 10 == digits[at + 9] - '0';
  }
}
