package app.madang.models.masking;

import java.time.Year;

/**
 * Numbers of residents and foreigners: a birth date, a digit for century and sex, six more. The
 * last was a checksum until October 2020 and is none since.
 */
final class ResidentNumbers {

  private static final int THIS_YEAR = Year.now(java.time.ZoneId.of("Asia/Seoul")).getValue();
  private static final int OLDEST = THIS_YEAR - 106;
  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final String WEIGHTS = "234567892345";

  private ResidentNumbers() {}

  static boolean find(Scan scan, int first, int last, int code) {
    return switch (code) {
      case 0xD, 0x67, 0x616, 0x2227 -> korean(scan, first, last, code);
      case 0x87, 0x4227 -> longYear(scan, first, last);
      case 0x324 -> american(scan, first, last);
      default ->
          scan.groups.at[last + 1] - scan.groups.at[first] == 13
              && labelled(scan, first, last)
              && korean(scan, first, last, code);
    };
  }

  /** Behind the word, a scan may have torn the digits apart in any way. */
  private static boolean labelled(Scan scan, int first, int last) {
    Context context = scan.around(first, last);
    return context.label && context.says(Lexicon.RESIDENT);
  }

  private static boolean korean(Scan scan, int first, int last, int code) {
    Groups groups = scan.groups;
    char[] digits = groups.digits;
    int at = groups.at[first];
    int year = year(digits, at, at + 6);
    boolean hyphen = code == 0x67 && (groups.separator[first] & Groups.HYPHEN) != 0;
    boolean written = hyphen && almost(digits, at);
    if (year < 0 && !written && !labelled(scan, first, last)
        || !Edges.free(scan, first, last, Lexicon.RESIDENT)) {
      return false;
    }
    Context context = scan.around(first, last);
    if (context.impersonal()) {
      return false;
    }
    if (written) {
      return done(scan, first, last);
    }
    if (context.says(Lexicon.RESIDENT) || (context.before & Lexicon.RESIDENT) != 0 && code != 0xD) {
      return done(scan, first, last);
    }
    if (year > THIS_YEAR) {
      return false;
    }
    int other = Lexicon.BANK | Lexicon.BANK_NAME | Lexicon.CARD;
    boolean compact = code == 0xD && groups.end[first] - groups.start[first] == 13;
    if (compact && context.label && context.says(other)) {
      return false;
    }
    if (!compact) {
      boolean loose = last == first + 1 && loose(groups.separator[first]);
      boolean usual = !loose || year >= 1940 && year <= THIS_YEAR - 3 || checked(digits, at);
      return year >= OLDEST && usual && done(scan, first, last);
    }
    boolean likely = checked(digits, at) || !barcode(digits, at) && !moment(digits, at);
    return year >= OLDEST && likely && done(scan, first, last);
  }

  /** No date that was, but one that is written by mistake or invented: 000028-1, 850101-3. */
  private static boolean almost(char[] digits, int at) {
    return two(digits, at + 2) <= 12
        && two(digits, at + 4) <= 31
        && digits[at + 6] >= '1'
        && digits[at + 6] <= '8';
  }

  /** Only a space, line break or tilde: a table has these too. */
  private static boolean loose(int separator) {
    return (separator & (Groups.HYPHEN | Groups.DOT | Groups.SLASH | Groups.OTHER)) == 0;
  }

  /** 19900101-1234567, only where words say so. */
  private static boolean longYear(Scan scan, int first, int last) {
    Groups groups = scan.groups;
    int at = groups.at[first];
    int year = year(groups.digits, at + 2, at + 8);
    int written = (groups.digits[at] - '0') * 1000 + (groups.digits[at + 1] - '0') * 100;
    return year >= 0
        && year / 100 * 100 == written
        && scan.around(first, last).says(Lexicon.RESIDENT)
        && Edges.free(scan, first, last, Lexicon.RESIDENT)
        && done(scan, first, last);
  }

  private static boolean american(Scan scan, int first, int last) {
    Groups groups = scan.groups;
    char[] digits = groups.digits;
    int at = groups.at[first];
    boolean issued =
        digits[at] != '9' && !(digits[at] == '0' && digits[at + 1] == '0' && digits[at + 2] == '0');
    return issued
        && scan.around(first, last).says(Lexicon.RESIDENT)
        && Edges.free(scan, first, last, Lexicon.RESIDENT)
        && done(scan, first, last);
  }

  private static boolean done(Scan scan, int first, int last) {
    return scan.hit(scan.groups.start[first], scan.groups.end[last]);
  }

  /** The year of birth when the digits may be a date and a century that goes with it; else -1. */
  private static int year(char[] digits, int at, int century) {
    int month = two(digits, at + 2);
    int day = two(digits, at + 4);
    if (month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]) {
      return -1;
    }
    int base =
        switch (digits[century]) {
          case '1', '2', '5', '6' -> 1900;
          case '3', '4', '7', '8' -> 2000;
          case '9', '0' -> 1800;
          default -> -1;
        };
    int year = base + two(digits, at);
    boolean leap = Year.isLeap(year);
    return base < 0 || month == 2 && day == 29 && !leap ? -1 : year;
  }

  private static boolean checked(char[] digits, int at) {
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += (digits[at + i] - '0') * (WEIGHTS.charAt(i) - '0');
    }
    boolean foreigner = digits[at + 6] >= '5';
    int check = (11 - sum % 11) % 10;
    int wanted = foreigner ? (check + 2) % 10 : check;
    return digits[at + 12] - '0' == wanted;
  }

  /** Milliseconds since 1970 begin with 14 to 17 in these years. */
  private static boolean moment(char[] digits, int at) {
    return digits[at] == '1' && digits[at + 1] >= '4' && digits[at + 1] <= '7';
  }

  /** Korea's article numbers begin with 880 and have a checksum of their own. */
  private static boolean barcode(char[] digits, int at) {
    if (digits[at] != '8' || digits[at + 1] != '8' || digits[at + 2] != '0') {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 13; i++) {
      sum += (digits[at + i] - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return sum % 10 == 0;
  }

  private static int two(char[] digits, int at) {
    return (digits[at] - '0') * 10 + digits[at + 1] - '0';
  }
}
