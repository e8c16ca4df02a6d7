package app.madang.models.masking;

/** Passports: Korea's by their form, the world's where words say so. */
final class Passports {

  private static final int FAR = 24;
  private static final int KOREAN = 9;

  private Passports() {}

  static boolean find(Scan scan, int first) {
    int digits = scan.groups.start[first];
    int start = digits;
    while (start > scan.floor && digits - start < 3 && Lexicon.isLatin(scan.text[start - 1])) {
      start--;
    }
    boolean letter = digits - start == 1;
    if (letter && !Scan.isAlphanumeric(scan.charAt(start - 1)) && korean(scan, first, start)) {
      return true;
    }
    if (digits - start > 2 || Scan.isAlphanumeric(scan.charAt(start - 1))) {
      return false;
    }
    return told(scan, first, start);
  }

  /** M12345678 until 2021, M123A4567 since. */
  private static boolean korean(Scan scan, int first, int start) {
    char series = scan.text[start];
    Groups groups = scan.groups;
    int end = groups.end[first];
    if (groups.size[first] == 3
        && Lexicon.isLatin(scan.charAt(end))
        && digits(scan, end + 1) == 4) {
      end += 5;
    } else if (groups.size[first] != 8 || end - groups.start[first] != 8) {
      return false;
    }
    if ("MSRGDOmsrgdo".indexOf(series) < 0 || Scan.isAlphanumeric(scan.charAt(end))) {
      return false;
    }
    Context context = scan.context;
    context.read(scan.text, scan.length, start, end);
    boolean said = (context.before & Lexicon.PASSPORT) != 0 || after(context);
    char left = scan.charAt(start - 1);
    char right = scan.charAt(end);
    boolean alone =
        left != '-'
            && left != '_'
            && (left != '/' || !Edges.path(scan, start - 1))
            && left != '#'
            && left != '.'
            && right != '-'
            && right != '_'
            && (right != '/' || !Lexicon.isLatin(scan.charAt(end + 1)))
            && start >= scan.urlEnd;
    boolean behind = (context.after & Lexicon.IMPERSONAL) != 0 && context.afterGap <= 2;
    // S12345678 may be a part's number: nothing near may speak of such
    boolean rare =
        (groups.size[first] == 3 ? "SRGDmsrgd" : "SRGDOm").indexOf(series) >= 0
            && (context.before & Lexicon.IMPERSONAL) == 0;
    boolean plain = (series == 'M' || rare) && alone && !context.impersonal() && !behind;
    return (said || plain) && scan.hit(start, end);
  }

  private static boolean after(Context context) {
    return (context.after & Lexicon.PASSPORT) != 0 && context.afterGap <= 10;
  }

  /** Six to nine letters and digits behind the word. */
  private static boolean told(Scan scan, int first, int start) {
    int end = start;
    int digits = 0;
    while (end < scan.limit && Scan.isAlphanumeric(scan.text[end]) && end - start < 12) {
      digits += Groups.isDigit(scan.text[end]) ? 1 : 0;
      end++;
    }
    int from = start;
    if (start == scan.groups.start[first] && start - 2 >= scan.floor && spaced(scan, start)) {
      from = start - 2;
    }
    boolean lettered = from < scan.groups.start[first];
    if (lettered && digits < 3 && end - start < 9) {
      return torn(scan, first, from);
    }
    if (digits < 3 || end - start > 9 || !lettered && end - start < 7) {
      return false;
    }
    Context context = scan.context;
    context.read(scan.text, scan.length, from, scan.groups.end[first]);
    boolean before = context.says(Lexicon.PASSPORT) && context.gap <= FAR;
    if (!before && !(lettered && from == start && digits >= 7 && after(context))) {
      return false;
    }
    int apart = apart(scan, from);
    if (apart > 0) {
      return scan.hit(from, apart);
    }
    int n = end - start + (from < start ? 1 : 0);
    boolean date = n == 8 && digits == 8 && (scan.text[start] == '2' || scan.text[start] == '1');
    boolean linked = scan.charAt(end) == '-' && Groups.isDigit(scan.charAt(end + 1));
    return n >= (from < start ? 8 : 7)
        && n <= 9
        && digits >= 5
        && !date
        && !linked
        && scan.hit(from, end);
  }

  /** "M 1 2 3 4 5 6 7 8" */
  private static boolean torn(Scan scan, int first, int from) {
    Context context = scan.context;
    context.read(scan.text, scan.length, from, scan.groups.end[first]);
    int to = context.says(Lexicon.PASSPORT) && context.gap <= FAR ? apart(scan, from) : 0;
    return to > 0 && scan.hit(from, to);
  }

  /** "M 123 A 4567", "M1234 5678": where Korea's form with gaps in it ends; 0 for another one. */
  private static int apart(Scan scan, int from) {
    StringBuilder found = new StringBuilder();
    int at = from;
    while (at < scan.limit && found.length() < KOREAN) {
      char c = scan.text[at];
      if (Scan.isAlphanumeric(c)) {
        found.append(Groups.isDigit(c) ? '9' : 'A');
      } else if (c != ' ' && c != '-' || !Scan.isAlphanumeric(scan.charAt(at + 1))) {
        return 0;
      }
      at++;
    }
    String form = found.toString();
    boolean korean = form.equals("A99999999") || form.equals("A999A9999");
    return korean && !Scan.isAlphanumeric(scan.charAt(at)) ? at : 0;
  }

  /** "M 12345678" */
  private static boolean spaced(Scan scan, int start) {
    char gap = scan.text[start - 1];
    return (gap == ' ' || gap == '-')
        && Lexicon.isLatin(scan.text[start - 2])
        && !Scan.isAlphanumeric(scan.charAt(start - 3));
  }

  private static int digits(Scan scan, int from) {
    int at = from;
    while (at < scan.limit && Groups.isDigit(scan.text[at])) {
      at++;
    }
    return at - from;
  }
}
