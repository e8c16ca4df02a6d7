package app.madang.models.masking;

/** E-mail addresses, with Korean domains and the ways to write @ around robots. */
final class Emails {

  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST_DOMAIN = 253;
  private static final String[] KOREAN_TOP = {"한국", "닷컴", "닷넷", "삼성"};
  private static final String[] FILES = {
    "png", "jpg", "jpeg", "gif", "svg", "webp", "js", "ts", "tsx", "css", "json", "tgz", "jar",
    "whl", "exe", "dll", "pdf", "java", "class", "html"
  };
  private static final String[] DOTS = {
    " dot ", "(dot)", "[dot]", "{dot}", " (dot) ", " [dot] ", "(.)", "[.]", "(점)", "[점]"
  };
  private static final String[] USUAL_TOP = {
    "com", "net", "org", "kr", "io", "edu", "gov", "biz", "info"
  };

  private Emails() {}

  /** All addresses of the text, in order. */
  static void find(Scan scan, Findings into) {
    char[] text = scan.text;
    int floor = 0;
    for (int i = 1; i < scan.length; i++) {
      int after = at(scan, i);
      if (after > 0 && address(scan, floor, i, after)) {
        into.add(scan.from, scan.to, PersonalData.EMAIL);
        floor = scan.to;
        i = Math.max(i, scan.to - 1);
      }
    }
    assert text.length >= scan.length;
  }

  /** Where what stands for @ ends when it begins here; 0 when none does. */
  private static int at(Scan scan, int i) {
    char c = scan.text[i];
    if (c == '@') {
      return i + 1;
    }
    if (c == '(' || c == '[' || c == '{' || c == '<') {
      int word = scan.charAt(i + 1) == ' ' ? i + 2 : i + 1;
      int end =
          scan.startsWithIgnoreCase(word, "at")
              ? word + 2
              : scan.charAt(word) == '@' ? word + 1 : scan.startsWith(word, "골뱅이") ? word + 3 : 0;
      if (end > 0 && scan.charAt(end) == ' ') {
        end++;
      }
      char close = scan.charAt(end);
      return end > 0 && (close == ')' || close == ']' || close == '}' || close == '>')
          ? end + 1
          : 0;
    }
    if (c == '%' && scan.startsWith(i, "%40")) {
      return i + 3;
    }
    if (c == '골' && scan.startsWith(i, "골뱅이")) {
      return i + 3;
    }
    if (c == '앳' && scan.charAt(i - 1) == ' ' && scan.charAt(i + 1) == ' ') {
      return i + 1;
    }
    boolean word =
        (c == 'a' || c == 'A') && scan.charAt(i - 1) == ' ' && scan.startsWithIgnoreCase(i, "at ");
    return word && (spelled(scan, i + 3) || telling(scan, i - 1)) ? i + 2 : 0;
  }

  /** "kim.minji at": a digit or mark inside the word before makes it no word of a sentence. */
  private static boolean telling(Scan scan, int end) {
    boolean marked = false;
    int from = end;
    while (from > 0 && end - from < LONGEST_LOCAL && localPart(scan.text[from - 1])) {
      from--;
      marked |= from < end - 1 && !Lexicon.isLatin(scan.text[from]);
    }
    return marked && Lexicon.isLatin(scan.text[from]);
  }

  /** "example dot com" */
  private static boolean spelled(Scan scan, int from) {
    int i = from;
    while (i < scan.length
        && i - from < 40
        && (Scan.isAlphanumeric(scan.text[i]) || scan.text[i] == '-')) {
      i++;
    }
    return i > from && scan.charAt(i) != '.' && dot(scan, i) > 0;
  }

  private static boolean address(Scan scan, int floor, int mark, int after) {
    boolean plain = scan.text[mark] == '@';
    int end = mark;
    int begin = after;
    boolean spaced = false;
    if (end - 1 > floor && scan.text[end - 1] == ' ') {
      end--;
      spaced = true;
    }
    if (scan.charAt(begin) == ' ') {
      begin++;
      spaced = true;
    }
    int from = local(scan, floor, end);
    if (from == end || end - from > LONGEST_LOCAL || credentials(scan, from, end)) {
      return false;
    }
    if (plain && spaced && Scan.isHangul(scan.text[from])) {
      return false;
    }
    int to = domain(scan, begin);
    if (to < 0 || plain && spaced && !likely(scan, from, end, to)) {
      return false;
    }
    return (!Lexicon.isLatin(scan.text[mark]) || usual(scan, to)) && scan.hit(from, to);
  }

  private static int local(Scan scan, int floor, int end) {
    int from = end;
    while (from > floor && end - from <= LONGEST_LOCAL) {
      int word = localPart(scan.text[from - 1]) ? from - 1 : dotBefore(scan, floor, from);
      if (word < 0) {
        break;
      }
      from = word;
    }
    while (from < end
        && (scan.text[from] == '.'
            || scan.text[from] == '-'
            || scan.text[from] == '\''
            || scan.text[from] == '='
            || scan.text[from] == '&'
            || scan.text[from] == '/'
            || scan.text[from] == '*')) {
      from++;
    }
    if (from < end) {
      return from;
    }
    if (end - 1 > floor && scan.text[end - 1] == '"') {
      return quoted(scan, floor, end);
    }
    while (from > floor && end - from <= 20 && Scan.isHangul(scan.text[from - 1])) {
      from--;
    }
    return from;
  }

  /** "hong jiwon"@…: where the quote opens. */
  private static int quoted(Scan scan, int floor, int end) {
    int from = end - 2;
    while (from >= floor && end - from <= LONGEST_LOCAL && scan.text[from] >= ' ') {
      if (scan.text[from] == '"') {
        return from;
      }
      from--;
    }
    return end;
  }

  private static boolean localPart(char c) {
    return Scan.isAlphanumeric(c)
        || c == '.'
        || c == '_'
        || c == '-'
        || c == '+'
        || c == '&'
        || c == '%'
        || c == '\'';
  }

  /** git@… of a repository, user:password@ of a URL. */
  private static boolean credentials(Scan scan, int from, int end) {
    boolean git = end - from == 3 && scan.startsWith(from, "git");
    char before = scan.charAt(from - 1);
    boolean authority = before == '/' && scan.charAt(from - 2) == '/';
    boolean password =
        before == ':' && Scan.isAlphanumeric(scan.charAt(from - 2)) && url(scan, from - 2);
    return git || authority || password;
  }

  private static boolean url(Scan scan, int from) {
    int i = from;
    while (i > 0 && from - i < LONGEST_LOCAL && localPart(scan.text[i])) {
      i--;
    }
    return scan.charAt(i) == '/' && scan.charAt(i - 1) == '/';
  }

  /** Where the domain that begins here ends; -1 when there is none. */
  private static int domain(Scan scan, int from) {
    int at = from;
    int end = -1;
    int labels = 0;
    while (at < scan.length && at - from < LONGEST_DOMAIN) {
      int stop = label(scan, at, labels);
      if (stop == at) {
        break;
      }
      labels++;
      int top = labels > 1 ? top(scan, at, stop) : 0;
      if (top > 0 && !(end > 0 && sentence(scan, at))) {
        end = at + top;
      } else if (end > 0) {
        break;
      }
      int dot = dot(scan, stop);
      if (dot < 0) {
        break;
      }
      at = dot;
    }
    return end;
  }

  /** Letters of one script, digits and hyphens; Hangul after a top level is a particle. */
  private static int label(Scan scan, int from, int labels) {
    int at = from;
    while (at < scan.length && at - from < 63) {
      char c = scan.text[at];
      if (Scan.isHangul(c) && dot(scan, at) > 0) {
        break;
      }
      boolean particle =
          Scan.isHangul(c) && labels > 0 && at > from && Scan.isAlphanumeric(scan.text[at - 1]);
      if (!Scan.isAlphanumeric(c) && c != '-' && !Scan.isHangul(c) || particle) {
        break;
      }
      at++;
    }
    while (at > from && scan.text[at - 1] == '-') {
      at--;
    }
    return at;
  }

  /** After the label: a dot, or the word for one. */
  private static int dot(Scan scan, int stop) {
    if (scan.charAt(stop) == '.') {
      return stop + 1;
    }
    for (String dot : DOTS) {
      if (scan.startsWithIgnoreCase(stop, dot)) {
        return stop + dot.length();
      }
    }
    int word = scan.charAt(stop) == ' ' ? stop + 1 : stop;
    int after = scan.charAt(word + 1) == ' ' ? word + 2 : word + 1;
    boolean spoken = "쩜점닷".indexOf(scan.charAt(word)) >= 0;
    return spoken && Lexicon.isLatin(scan.charAt(after)) ? after : -1;
  }

  /** Where the dot that ends here begins, when it is written as a word; -1 for none. */
  private static int dotBefore(Scan scan, int floor, int end) {
    for (int i = end - 1; i > Math.max(floor, end - 8); i--) {
      if (Scan.isAlphanumeric(scan.text[i - 1]) && scan.text[i] != '.' && dot(scan, i) == end) {
        return i;
      }
    }
    return -1;
  }

  /** How much of a label is a top level domain. */
  private static int top(Scan scan, int from, int stop) {
    for (String top : KOREAN_TOP) {
      if (scan.startsWith(from, top)) {
        return top.length();
      }
    }
    int n = stop - from;
    if (n >= 4 && scan.startsWithIgnoreCase(from, "xn--")) {
      return n;
    }
    for (int i = from; i < stop; i++) {
      if (!Lexicon.isLatin(scan.text[i])) {
        return 0;
      }
    }
    return n >= 2 && n <= 24 && !named(scan, from, n, FILES) ? n : 0;
  }

  /** "…@a.com.Please": a sentence begins where a capital follows small letters. */
  private static boolean sentence(Scan scan, int at) {
    char before = scan.charAt(at - 2);
    char c = scan.text[at];
    return before >= 'a' && before <= 'z' && c >= 'A' && c <= 'Z';
  }

  private static boolean likely(Scan scan, int from, int end, int to) {
    boolean telling = false;
    for (int i = from; i < end; i++) {
      telling |= !Lexicon.isLatin(scan.text[i]);
    }
    int dots = 0;
    for (int i = end; i < to; i++) {
      dots += scan.text[i] == '.' ? 1 : 0;
    }
    return usual(scan, to)
        && (telling
            || dots > 1
            || scan.startsWithIgnoreCase(Math.max(0, from - 7), "email")
            || mail(scan, from, to));
  }

  private static boolean mail(Scan scan, int from, int to) {
    for (int i = Math.max(0, from - 12); i < Math.min(scan.length, to + 8); i++) {
      if (scan.startsWith(i, "메일") || scan.startsWithIgnoreCase(i, "mail")) {
        return true;
      }
    }
    return false;
  }

  private static boolean usual(Scan scan, int to) {
    int from = to;
    while (from > 0
        && (Lexicon.isLatin(scan.text[from - 1]) || Scan.isHangul(scan.text[from - 1]))) {
      from--;
    }
    return Scan.isHangul(scan.text[to - 1]) || named(scan, from, to - from, USUAL_TOP);
  }

  private static boolean named(Scan scan, int from, int n, String[] names) {
    for (String name : names) {
      if (name.length() == n && scan.startsWithIgnoreCase(from, name)) {
        return true;
      }
    }
    return false;
  }
}
