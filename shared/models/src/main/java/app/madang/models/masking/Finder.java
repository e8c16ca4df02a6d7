package app.madang.models.masking;

/** Goes once through a text and tells the finders where to look. */
final class Finder {

  private final Scan scan;

  private Finder(Scan scan) {
    this.scan = scan;
  }

  /**
   * What is in a text.
   *
   * @param reserved what was found by other means, in order; nothing else is looked for there
   */
  static Findings find(Scan scan, Findings reserved) {
    Finder finder = new Finder(scan);
    int from = 0;
    for (int i = 0; i < reserved.count; i++) {
      finder.between(from, reserved.start[i]);
      scan.findings.add(reserved.start[i], reserved.end[i], reserved.kind[i], reserved.label[i]);
      scan.floor = reserved.end[i];
      from = reserved.end[i];
    }
    finder.between(from, scan.length);
    return scan.findings;
  }

  private void between(int from, int to) {
    scan.limit = to;
    char[] text = scan.text;
    int i = from;
    while (i < to) {
      char c = text[i];
      if (c >= 0x80 || c <= ' ') {
        i++;
      } else if (c >= '0' && c <= '9') {
        int end = scan.groups.read(text, i, to);
        i = Math.max(end, Numbers.run(scan, end));
      } else if (c >= 'a' && c <= 'z' || c == 'A' || c == '-') {
        i = word(i, to);
      } else {
        if (c == ':'
            && i >= scan.urlEnd
            && i + 2 < to
            && text[i + 1] == '/'
            && text[i + 2] == '/') {
          scan.urlEnd = urlEnd(i + 3);
        }
        i++;
      }
    }
  }

  /** At a letter or hyphen that may begin a word. */
  private int word(int at, int to) {
    char before = at > 0 ? scan.text[at - 1] : ' ';
    if (Scan.isAlphanumeric(before) || before == '-' || before == '_') {
      return at + 1;
    }
    if (Secrets.find(scan, at)) {
      scan.findings.add(scan.from, scan.to, PersonalData.SECRET);
      scan.floor = scan.to;
      return scan.to;
    }
    if (scan.text[at] == 'w' && at >= scan.urlEnd && scan.startsWith(at, "www.") && at + 4 < to) {
      scan.urlEnd = urlEnd(at + 4);
    }
    return at + 1;
  }

  private int urlEnd(int from) {
    int at = from;
    while (at < scan.length) {
      char c = scan.text[at];
      if (c <= ' ' || c == '"' || c == '\'' || c == '<' || c == '>' || c == ',' || c == ')'
          || c == ']' || c == '|' || c == ';' || c == '`') {
        break;
      }
      at++;
    }
    return at;
  }
}
