package app.madang.models.masking;

/** Payment cards: the issuers' ranges and lengths, and Luhn's checksum. */
final class Cards {

  private Cards() {}

  static boolean find(Scan scan, int first, int last, int code, int total) {
    boolean shape =
        switch (code) {
          case 0x4444, 0x465, 0x464, 0x44443, 0xE, 0xF, 0x88, Numbers.LONG -> true;
          case 0xC, 0xD, 0x4C, 0x448, 0x484, 0x844 -> scan.around(first, last).says(Lexicon.CARD);
          default -> false;
        };
    Groups groups = scan.groups;
    int at = groups.at[first];
    if (!shape || !issued(groups.digits, at, total) || !luhn(groups.digits, at, total)) {
      return false;
    }
    boolean row =
        first > 0 && groups.size[first - 1] == 4 && groups.separator[first - 1] == Groups.SPACE
            || last + 1 < groups.count
                && groups.size[last + 1] == 4
                && groups.separator[last] == Groups.SPACE;
    int lines = 0;
    for (int i = first; i < last; i++) {
      lines += groups.separator[i] == Groups.NEWLINE ? 1 : 0;
    }
    Context context = scan.around(first, last);
    boolean column =
        lines > 1 && !context.says(Lexicon.CARD) && (context.after & Lexicon.CARD) == 0;
    return !column
        && !(row
            && code == 0x4444
            && groups.separator[first] == Groups.SPACE
            && !context.says(Lexicon.CARD))
        && !context.impersonal()
        && !(first == last && context.label && context.says(Lexicon.BANK))
        && Edges.free(scan, first, last, Lexicon.CARD)
        && scan.hit(groups.start[first], groups.end[last]);
  }

  private static boolean issued(char[] digits, int at, int total) {
    int two = number(digits, at, 2);
    int three = number(digits, at, 3);
    int four = number(digits, at, 4);
    return switch (total) {
      case 14 -> three >= 300 && three <= 305 || two == 36 || two == 38 || two == 39;
      case 12 -> two == 50 || two >= 56 && two <= 58 || digits[at] == '6';
      case 13 -> digits[at] == '4';
      case 15 -> two == 34 || two == 37 || four == 2131 || four == 1800;
      case 16 ->
          digits[at] == '4'
              || two >= 51 && two <= 55
              || four >= 2221 && four <= 2720
              || two == 35
              || two == 36
              || four == 6011
              || two >= 62 && two <= 65
              || two == 50
              || two >= 56 && two <= 58
              || digits[at] == '9';
      case 17, 18 -> two == 62;
      case 19 -> digits[at] == '4' || two == 62 || two == 65;
      default -> false;
    };
  }

  private static int number(char[] digits, int at, int n) {
    int number = 0;
    for (int i = 0; i < n; i++) {
      number = number * 10 + digits[at + i] - '0';
    }
    return number;
  }

  private static boolean luhn(char[] digits, int at, int total) {
    int sum = 0;
    for (int i = 0; i < total; i++) {
      int digit = digits[at + total - 1 - i] - '0';
      int weighted = i % 2 == 0 ? digit : digit * 2;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }
}
