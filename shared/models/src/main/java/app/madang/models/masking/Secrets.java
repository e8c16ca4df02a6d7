package app.madang.models.masking;

/** Keys and tokens that say by their beginning what they are. */
final class Secrets {

  private static final String BEGIN = "-----BEGIN ";
  private static final String PRIVATE = "PRIVATE KEY-----";
  private static final int LONGEST_PEM = 20_000;

  private Secrets() {}

  /** Whether a secret begins at this place, which begins a word or a row of hyphens. */
  static boolean find(Scan scan, int at) {
    return switch (scan.text[at]) {
      case 's' ->
          key(scan, at, "sk-", 20, false)
              || key(scan, at, "sk_live_", 20, false)
              || key(scan, at, "sk_test_", 20, false);
      case 'A' ->
          key(scan, at, "AKIA", 16, true)
              || key(scan, at, "ASIA", 16, true)
              || key(scan, at, "AIza", 35, true);
      case 'g' ->
          key(scan, at, "ghp_", 36, false)
              || key(scan, at, "gho_", 36, false)
              || key(scan, at, "ghs_", 36, false)
              || key(scan, at, "github_pat_", 22, false)
              || key(scan, at, "glpat-", 20, false);
      case 'x' ->
          scan.startsWith(at, "xox")
              && scan.charAt(at + 4) == '-'
              && key(scan, at, "xox", 16, false);
      case 'h' -> key(scan, at, "hf_", 30, false);
      case 'n' -> key(scan, at, "npm_", 36, false);
      case 'e' -> token(scan, at);
      case '-' -> pem(scan, at);
      default -> false;
    };
  }

  private static boolean key(Scan scan, int at, String prefix, int more, boolean exact) {
    if (!scan.startsWith(at, prefix)) {
      return false;
    }
    int from = at + prefix.length();
    int end = run(scan, from);
    boolean digit = false;
    for (int i = from; i < end; i++) {
      digit |= Groups.isDigit(scan.text[i]);
    }
    int n = end - from;
    return digit && (exact ? n == more : n >= more) && scan.hit(at, end);
  }

  /** A JSON web token: three parts, two of which are objects. */
  private static boolean token(Scan scan, int at) {
    if (!scan.startsWith(at, "eyJ")) {
      return false;
    }
    int header = run(scan, at);
    if (scan.charAt(header) != '.' || !scan.startsWith(header + 1, "eyJ")) {
      return false;
    }
    int payload = run(scan, header + 1);
    return scan.charAt(payload) == '.' && scan.hit(at, run(scan, payload + 1));
  }

  private static boolean pem(Scan scan, int at) {
    if (!scan.startsWith(at, BEGIN)) {
      return false;
    }
    int kind = at + BEGIN.length();
    while (kind < scan.limit && kind - at < 40 && !scan.startsWith(kind, PRIVATE)) {
      kind++;
    }
    if (!scan.startsWith(kind, PRIVATE)) {
      return false;
    }
    int stop = Math.min(scan.limit, at + LONGEST_PEM);
    for (int i = kind + PRIVATE.length(); i < stop; i++) {
      if (scan.text[i] == '-' && scan.startsWith(i, "-----END ")) {
        int end = i + 9;
        while (end < stop && scan.text[end] != '\n' && scan.text[end] != '"') {
          end++;
        }
        return scan.hit(at, end);
      }
    }
    return scan.hit(at, stop);
  }

  private static int run(Scan scan, int from) {
    int end = from;
    while (end < scan.limit
        && (Scan.isAlphanumeric(scan.text[end])
            || scan.text[end] == '-'
            || scan.text[end] == '_')) {
      end++;
    }
    return end;
  }
}
