package app.madang.models.masking;

/**
 * Korean addresses. Found from the house number: before it a road (로, 길) or a place (동, 리, 가),
 * before that the regions, behind it floor, building and unit. "로" is also a particle, so a region,
 * a word like 주소, or a floor or unit must confirm it.
 */
final class Addresses {

  private static final int MOST_WORDS = 7;
  private static final int LONGEST_WORD = 24;
  private static final String COUNTERS = "명개건곳월일년%시분회차위만억천장권대점퍼조배단살원도평세채팀쪽";

  private Addresses() {}

  static boolean find(Scan scan, int first) {
    int number = scan.groups.start[first];
    int word = number - 1;
    while (scan.charAt(word) == ' ' && number - word < 3) {
      word--;
    }
    if (word < scan.floor || !Scan.isHangul(scan.text[word]) && !unit(scan, number)) {
      return false;
    }
    int house = house(scan, number, word);
    boolean loose = house == number && "로길동리가읍면산하".indexOf(scan.text[word]) < 0;
    return house >= 0
        ? written(scan, house, word, loose)
        : unit(scan, number) && building(scan, number);
  }

  /** Where the house number begins: here, or behind a road or place that has a number in it. */
  private static int house(Scan scan, int number, int word) {
    char c = scan.text[word];
    int after = digitsEnd(scan, number);
    boolean touching = word == number - 1;
    for (String name : new String[] {"번길", "번가길", "길", "로", "가길", "가", "동", "리", "대로"}) {
      boolean road = c == '로' || c == '길';
      boolean own =
          name.equals("길") || name.equals("번길") || name.equals("번가길") || name.equals("가길");
      if ((touching || road && own) && scan.startsWith(after, name)) {
        int next = after + name.length();
        // 강남대로94길 15, 올림픽로35가길 9
        int house = scan.charAt(next) == ' ' ? next + 1 : next;
        if (scan.startsWith(house, "지하 ") || scan.startsWith(house, "지하")) {
          house += scan.startsWith(house, "지하 ") ? 3 : 2;
        }
        if (Groups.isDigit(scan.charAt(house))) {
          return house;
        }
      }
    }
    if (c == '산' && lot(scan, word)) {
      return number;
    }
    if (c == '하' && scan.charAt(word - 1) == '지' && scan.charAt(word - 2) == ' ') {
      return number;
    }
    if (named(scan, number)) {
      return number;
    }
    return "로길동리가읍면".indexOf(c) >= 0 && !particle(scan, word) ? number : -1;
  }

  /** "출판도시 523-1": two numbers behind a name; the regions before it must tell. */
  private static boolean named(Scan scan, int number) {
    int end = digitsEnd(scan, number);
    return end - number <= 4 && scan.charAt(end) == '-' && Groups.isDigit(scan.charAt(end + 1));
  }

  /** "우동 산 12": 산 is a word behind a place. */
  private static boolean lot(Scan scan, int word) {
    return scan.charAt(word - 1) == ' ' && "동리가".indexOf(scan.charAt(word - 2)) >= 0;
  }

  /** 앞으로, 별로: no road. */
  private static boolean particle(Scan scan, int word) {
    return scan.text[word] == '로' && scan.charAt(word - 1) == '으';
  }

  private static boolean written(Scan scan, int house, int word, boolean loose) {
    int end = digitsEnd(scan, house);
    if (end - house > 5) {
      return false;
    }
    if (scan.charAt(end) == '-' && Groups.isDigit(scan.charAt(end + 1))) {
      int more = digitsEnd(scan, end + 1);
      if (more - end > 5 || scan.charAt(more) == '-') {
        return false;
      }
      end = more;
    }
    boolean lot = scan.startsWith(end, "번지");
    end += lot ? 2 : 0;
    char next = scan.charAt(end);
    if (!lot
        && (COUNTERS.indexOf(next) >= 0
            || Lexicon.isLatin(next)
            || next == '번'
            || next == '호' && scan.charAt(end + 1) == '선'
            || next == ',' && digitsEnd(scan, end + 1) == end + 4)) {
      return false;
    }
    if (next == '호' || next == '층') {
      end++;
    }
    AddressStart start = AddressStart.before(scan, word);
    int detail = AddressDetail.end(scan, end);
    if (loose && !(start.region && start.words > 1)) {
      return false;
    }
    boolean told = start.region || lot && start.words > 0;
    if (!told) {
      Context context = scan.context;
      context.read(scan.text, scan.length, start.from, end);
      told =
          context.says(Lexicon.ADDRESS) && context.gap <= 10
              || detail > end && strong(scan, end, detail) && word - start.from >= 2;
    }
    return told && scan.hit(start.from, detail);
  }

  /**
   * Whether a detail has a floor, a unit or a place in brackets, so that the rest is no particle.
   */
  private static boolean strong(Scan scan, int from, int to) {
    char last = scan.text[to - 1];
    return last == '층' || last == '호' || last == ')' || to - from > 5;
  }

  /** "101동 1203호" */
  private static boolean unit(Scan scan, int number) {
    int end = digitsEnd(scan, number);
    if (end - number > 4 || scan.charAt(end) != '동') {
      return false;
    }
    int next = scan.charAt(end + 1) == ' ' ? end + 2 : end + 1;
    int room = digitsEnd(scan, next);
    return room > next && scan.charAt(room) == '호';
  }

  /** A building's unit without a house number: the region or the kind of building confirms it. */
  private static boolean building(Scan scan, int number) {
    int word = scan.charAt(number - 1) == ' ' ? number - 2 : number - 1;
    if (word < scan.floor) {
      return false;
    }
    AddressStart start = AddressStart.before(scan, word);
    int end = AddressDetail.end(scan, number);
    return (start.region || AddressDetail.isBuilding(scan, start.lastFrom, word + 1))
        && end > number
        && scan.hit(start.from, end);
  }

  static int digitsEnd(Scan scan, int from) {
    int at = from;
    while (at < scan.limit && Groups.isDigit(scan.text[at])) {
      at++;
    }
    return at;
  }

  static int mostWords() {
    return MOST_WORDS;
  }

  static int longestWord() {
    return LONGEST_WORD;
  }
}
