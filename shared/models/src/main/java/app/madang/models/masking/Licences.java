package app.madang.models.masking;

/** Korean driver's licences: region, year, six digits, two more; the region may be a word. */
final class Licences {

  private static final String[] REGIONS = {
    "서울", "부산", "경기남부", "경기북부", "경기", "강원", "충북", "충남", "전북", "전남", "경북", "경남", "제주", "대구", "인천",
    "광주", "대전", "울산", "세종"
  };

  private Licences() {}

  static boolean find(Scan scan, int first, int last, int code, int total) {
    if (total == 12) {
      return numbered(scan, first, last, code);
    }
    return total == 10 && named(scan, first, last, code);
  }

  private static boolean numbered(Scan scan, int first, int last, int code) {
    Groups groups = scan.groups;
    int at = groups.at[first];
    int region = (groups.digits[at] - '0') * 10 + groups.digits[at + 1] - '0';
    if (region < 11 || region > 28) {
      return false;
    }
    Context context = scan.around(first, last);
    boolean told = ((context.before | context.after) & Lexicon.LICENCE) != 0;
    boolean row = first > 0 || last + 1 < groups.count;
    boolean marks = (groups.separator[first] & ~(Groups.SPACE | Groups.NEWLINE)) != 0;
    boolean shape =
        code == 0x2262
            && region != 27
            && (marks || !row && groups.separator[first] == Groups.SPACE);
    return (shape || told)
        && !context.impersonal()
        && Edges.free(scan, first, last, Lexicon.LICENCE)
        && scan.hit(groups.start[first], groups.end[last]);
  }

  private static boolean named(Scan scan, int first, int last, int code) {
    int start = scan.groups.start[first];
    int end = start;
    if (end > 0 && (scan.text[end - 1] == ' ' || scan.text[end - 1] == '-')) {
      end--;
    }
    if (end == 0 || !Scan.isHangul(scan.text[end - 1])) {
      return false;
    }
    for (String region : REGIONS) {
      int from = end - region.length();
      if (from >= scan.floor && scan.startsWith(from, region)) {
        boolean told = (scan.around(first, last).before & Lexicon.LICENCE) != 0;
        boolean whole = from == 0 || !Scan.isHangul(scan.text[from - 1]) || told;
        return whole
            && (code == 0x262 && (scan.groups.separator[first] & ~Groups.SPACE) != 0 || told)
            && Edges.free(scan, first, last, Lexicon.LICENCE)
            && scan.hit(from, scan.groups.end[last]);
      }
    }
    return false;
  }
}
