package app.madang.models.masking;

/** Bank accounts: ten to sixteen digits that words call an account, or a bank's name touches. */
final class BankAccounts {

  private static final int ANY_BANK =
      Lexicon.BANK
          | Lexicon.BANK_WEAK
          | Lexicon.BANK_NAME
          | Lexicon.BANK_PLACE
          | Lexicon.BANK_LABEL;
  private static final int FIRM = Lexicon.BANK | Lexicon.BANK_NAME;

  private BankAccounts() {}

  static boolean find(Scan scan, int first, int last, int code, int total) {
    boolean compact = first == last;
    if (total > 16 || total < (compact ? 8 : 10) || code == 0x4444 || code == 0x465) {
      return false;
    }
    Groups groups = scan.groups;
    if (!compact && !shape(groups, first, last, code) || date(groups, first, last)) {
      return false;
    }
    Context context = scan.around(first, last);
    boolean said = compact ? saidOfOne(scan, context, groups, first, total) : said(context, code);
    return said
        && !context.impersonal()
        && !Edges.amount(scan, groups.end[last])
        && Edges.free(scan, first, last, Lexicon.BANK)
        && scan.hit(groups.start[first], groups.end[last]);
  }

  /** One kind of separator, two to five groups; with spaces only a bank's own form. */
  private static boolean shape(Groups groups, int first, int last, int code) {
    int n = last - first + 1;
    if (n < 2 || n > 5) {
      return false;
    }
    int marks = groups.separator[first] & ~(Groups.SPACE | Groups.NEWLINE);
    for (int i = first; i < last; i++) {
      int separator = groups.separator[i] & ~(Groups.SPACE | Groups.NEWLINE);
      if (separator != marks || groups.separator[i] == Groups.NEWLINE) {
        return false;
      }
    }
    return switch (marks) {
      case Groups.HYPHEN ->
          n > 2 || groups.size[first] > 2 && groups.size[last] > 2 || code == 0x82 || code == 0xA2;
      case 0, Groups.DOT -> known(code);
      default -> false;
    };
  }

  /** The forms that Korean banks print. */
  private static boolean known(int code) {
    return switch (code) {
      case 0x626,
          0x336,
          0x326,
          0x436,
          0x365,
          0x3442,
          0x3623,
          0x427,
          0x444,
          0x4441,
          0x4261,
          0x4461,
          0x526,
          0x3243,
          0x3261,
          0x327,
          0x226,
          0x363,
          0x3443,
          0x3263,
          0x345,
          0x446,
          0x625,
          0x328,
          0x635,
          0x353,
          0x383,
          0x3621 ->
          true;
      default -> false;
    };
  }

  private static boolean said(Context context, int code) {
    if ((context.nearest & ANY_BANK) != 0) {
      boolean place = (context.nearest & ~Lexicon.BANK_PLACE) == 0;
      boolean name = (context.nearest & (Lexicon.BANK | Lexicon.BANK_WEAK)) == 0;
      if (context.gap <= 3 || !place && !name || !place && context.gap <= 12) {
        return !place || known(code) || (context.before & Lexicon.BANK) != 0;
      }
    }
    boolean otherLabel = context.label && (context.nearest & (ANY_BANK | Lexicon.ADDRESS)) == 0;
    if (otherLabel) {
      return after(context) && known(code);
    }
    if ((context.before & Lexicon.BANK) != 0
        && !(context.label && (context.nearest & Lexicon.IMPERSONAL) != 0)) {
      return true;
    }
    return after(context) && known(code)
        || (context.after & Lexicon.BANK) != 0
        || (context.after & Lexicon.BANK_WEAK) != 0 && context.afterGap <= 5;
  }

  /** A bank's name right behind: (신한), 신한은행. */
  private static boolean after(Context context) {
    return context.afterGap <= 3 && (context.after & (FIRM | Lexicon.BANK_PLACE)) != 0;
  }

  private static boolean saidOfOne(
      Scan scan, Context context, Groups groups, int first, int total) {
    boolean near = context.says(Lexicon.BANK) && context.gap <= 20;
    near |= context.label && context.says(Lexicon.BANK_LABEL);
    boolean english = near && Lexicon.isLatin(wordBefore(scan, groups.start[first]));
    if (total < 10) {
      return english && context.label;
    }
    if (moment(groups, groups.at[first], total)) {
      return false;
    }
    boolean name =
        context.says(Lexicon.BANK_NAME) && context.gap <= 3 && total >= 11
            || context.says(Lexicon.BANK_NAME | Lexicon.BANK_WEAK | Lexicon.BANK_PLACE)
                && context.gap <= 12
                && (context.before & Lexicon.BANK) != 0;
    return near || name || total >= 11 && after(context) && (context.after & FIRM) != 0;
  }

  private static char wordBefore(Scan scan, int start) {
    for (int i = start - 1; i >= Math.max(0, start - 8); i--) {
      char c = scan.text[i];
      if (Lexicon.isLatin(c) || Scan.isHangul(c)) {
        return c;
      }
    }
    return ' ';
  }

  /** 2024-01-15-… */
  private static boolean date(Groups groups, int first, int last) {
    if (last == first || groups.size[first] != 4 || groups.size[first + 1] > 2) {
      return false;
    }
    char[] digits = groups.digits;
    int at = groups.at[first];
    boolean century =
        digits[at] == '2' && digits[at + 1] == '0' || digits[at] == '1' && digits[at + 1] == '9';
    int month = 0;
    for (int i = at + 4; i < groups.at[first + 2]; i++) {
      month = month * 10 + digits[i] - '0';
    }
    return century && month >= 1 && month <= 12 && groups.size[Math.min(last, first + 2)] <= 2;
  }

  /** 20240115093000 */
  private static boolean moment(Groups groups, int at, int total) {
    if (total != 12 && total != 14) {
      return false;
    }
    char[] d = groups.digits;
    int month = (d[at + 4] - '0') * 10 + d[at + 5] - '0';
    int day = (d[at + 6] - '0') * 10 + d[at + 7] - '0';
    int hour = (d[at + 8] - '0') * 10 + d[at + 9] - '0';
    return d[at] == '2'
        && d[at + 1] == '0'
        && d[at + 2] <= '3'
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= 31
        && hour < 24;
  }
}
