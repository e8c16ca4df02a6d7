package app.madang.models.masking;

/** What follows a house number: (역삼동), 4층, 삼성아파트 101동 1203호. */
final class AddressDetail {

  private static final String[] BUILDINGS = {
    "아파트", "빌딩", "타워", "빌라", "오피스텔", "주택", "맨션", "센터", "캐슬", "프라자", "플라자", "상가", "하이츠", "타운", "빌리지",
    "푸르지오", "자이", "래미안", "힐스테이트", "편한세상", "아이파크", "롯데캐슬", "더샵", "파크뷰", "팰리스", "스퀘어", "벨리", "밸리",
    "APT", "apt", "Apt", "원룸", "고시원", "사옥", "회관", "본관", "별관", "빌", "하우스", "하우스텔", "오피스", "시티", "건물",
    "연립"
  };
  private static final String[] PARTICLES = {
    "입니다", "이에요", "에서", "으로", "까지", "이고", "이며", "에", "로", "은", "는", "이", "가", "을", "를", "의", "과",
    "와", "도"
  };
  private static final int MOST_PARTS = 6;
  private static final int LONGEST_BRACKETS = 40;

  private AddressDetail() {}

  static int end(Scan scan, int from) {
    int end = from;
    for (int i = 0; i < MOST_PARTS; i++) {
      int at = gap(scan, end);
      int stop = part(scan, at, at > end || i == 0 && at == from);
      if (stop < 0) {
        break;
      }
      end = stop;
    }
    return end;
  }

  private static int gap(Scan scan, int from) {
    int at = from;
    if (scan.charAt(at) == ',') {
      at++;
    }
    while (at - from < 3 && scan.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  /** One part; -1 when what stands here is none. */
  private static int part(Scan scan, int at, boolean apart) {
    if (at >= scan.limit) {
      return -1;
    }
    char c = scan.text[at];
    if (c == '(') {
      return brackets(scan, at);
    }
    int unit = unit(scan, at);
    if (unit > 0) {
      return unit;
    }
    if (!apart || !Scan.isHangul(c) && !Scan.isAlphanumeric(c)) {
      return -1;
    }
    int word = word(scan, at);
    if (isBuilding(scan, at, word)) {
      int next = gap(scan, word);
      int pair = pair(scan, next);
      return next > word && pair > 0 ? pair : word;
    }
    int bare = withoutParticle(scan, at, word);
    if (bare > 0) {
      return bare;
    }
    // a building's name has no usual ending: its unit tells
    int next = gap(scan, word);
    if (next == word || scan.charAt(word) == ',' || word - at > 12) {
      return -1;
    }
    int named = unit(scan, next);
    if (named > 0) {
      return named;
    }
    int second = word(scan, next);
    int after = gap(scan, second);
    boolean two = second > next && after > second && scan.charAt(second) != ',';
    if (second > next && isBuilding(scan, next, second)) {
      return second;
    }
    return two ? unit(scan, after) : -1;
  }

  /** 4층, B1층, 지하 2층, 101동, 가동, A동, 1203호, B101호, 3F, 5-6층; -1 for something else. */
  private static int unit(Scan scan, int from) {
    int at = from;
    if (scan.startsWith(at, "지하")) {
      at += scan.charAt(at + 2) == ' ' ? 3 : 2;
    } else if (scan.startsWith(at, "제") && Groups.isDigit(scan.charAt(at + 1))) {
      at++;
    } else if (Lexicon.isLatin(scan.charAt(at)) && Groups.isDigit(scan.charAt(at + 1))) {
      at++;
    }
    int digits = Addresses.digitsEnd(scan, at);
    if (digits == at) {
      char c = scan.charAt(from);
      boolean letter = c >= 'A' && c <= 'Z' || "가나다라마바사".indexOf(c) >= 0;
      boolean block =
          letter && scan.charAt(from + 1) == '동' && !Scan.isHangul(scan.charAt(from + 2));
      return block ? from + 2 : -1;
    }
    if (digits - at > 5) {
      return -1;
    }
    if ((scan.charAt(digits) == '-' || scan.charAt(digits) == '~' || scan.charAt(digits) == ',')
        && Groups.isDigit(scan.charAt(digits + 1))) {
      digits = Addresses.digitsEnd(scan, digits + 1);
    }
    char c = scan.charAt(digits);
    boolean floor = c == 'F' && !Scan.isAlphanumeric(scan.charAt(digits + 1));
    boolean own = c == '층' || c == '호' && scan.charAt(digits + 1) != '선' || c == '동';
    if (own && c == '호' && scan.charAt(digits + 1) == '실') {
      return digits + 2;
    }
    return own || floor ? digits + 1 : pair(scan, from) > 0 && at == from ? pair(scan, from) : -1;
  }

  /** 101-1203 */
  private static int pair(Scan scan, int from) {
    int first = Addresses.digitsEnd(scan, from);
    if (first - from < 2 || first - from > 4 || scan.charAt(first) != '-') {
      return -1;
    }
    int second = Addresses.digitsEnd(scan, first + 1);
    int n = second - first - 1;
    char next = scan.charAt(second);
    boolean ends = n >= 3 && n <= 4 && next != '-' && !Scan.isAlphanumeric(next);
    return ends ? second : -1;
  }

  /** (역삼동), (역삼동, 삼성빌딩) */
  private static int brackets(Scan scan, int from) {
    int stop = Math.min(scan.limit, from + LONGEST_BRACKETS);
    boolean place = false;
    for (int i = from + 1; i < stop; i++) {
      char c = scan.text[i];
      if (c == ')') {
        return place ? i + 1 : -1;
      }
      char next = scan.charAt(i + 1);
      place |=
          "동리가읍면".indexOf(c) >= 0
              && i > from + 1
              && (next == ')' || next == ',' || next == ' ' && Groups.isDigit(scan.charAt(i + 2)));
      place |= (next == ')' || next == ',') && isBuilding(scan, from + 1, i + 1);
      if (c == '\n') {
        return -1;
      }
    }
    return -1;
  }

  static boolean isBuilding(Scan scan, int from, int to) {
    for (String building : BUILDINGS) {
      int at = to - building.length();
      boolean alone = building.length() > 1 || at > from + 1;
      if (at >= from && alone && scan.startsWith(at, building)) {
        return true;
      }
    }
    return false;
  }

  /** 마당빌딩에서: where the building's name ends; -1 when it is none. */
  private static int withoutParticle(Scan scan, int from, int to) {
    for (String particle : PARTICLES) {
      int at = to - particle.length();
      if (at > from && scan.startsWith(at, particle) && isBuilding(scan, from, at)) {
        return at;
      }
    }
    return -1;
  }

  private static int word(Scan scan, int from) {
    int at = from;
    while (at < scan.limit
        && at - from < 16
        && (Scan.isHangul(scan.text[at]) || Scan.isAlphanumeric(scan.text[at]))) {
      at++;
    }
    return at;
  }
}
