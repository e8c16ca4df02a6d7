package app.madang.models.masking;

import java.util.Set;

/**
 * Korean addresses. Found from the house number: before it a road (로, 길) or a place (동, 리, 가),
 * before that the regions, behind it floor, building and unit. "로" is also a particle, so a region,
 * a word like 주소, or a floor or unit must confirm it.
 */
final class Addresses {

  /** Counters behind a space: three shops, thirty percent. */
  private static final String COUNTERS = "명개건곳월일년시분회차위만억천장권대점배평세채팀쪽번인여";

  /** What may touch a house number: its unit and particles. */
  private static final String BEHIND = "호층에로으이은는을를의입예과와까부앞옆및라며고인지";

  /** Words that end like a road. */
  private static final Set<String> ADVERBS =
      Set.of(
          "별도로", "추가로", "그대로", "이대로", "따로", "새로", "서로", "바로", "주로", "수시로", "실제로", "차례로", "순서대로",
          "별로", "참고로", "대로", "기존대로", "계획대로", "예정대로", "필요로", "스스로", "홀로", "고로", "때때로", "날로", "세로",
          "가로", "통로", "경로", "제로", "프로", "회로", "원하는대로", "최대로", "최소로", "차로", "도로", "진로", "항로", "선로",
          "단위로", "기준대로", "종류별로", "부서별로", "지역별로", "월별로", "일자별로", "거리", "관리", "처리", "정리", "분리", "수리",
          "자리", "논리", "원리", "금리", "우리", "활동", "이동", "운동", "행동", "자동", "수동", "변동", "공동", "노동", "작동",
          "연동", "구동", "증가", "추가", "평가", "허가", "인가", "참가", "국가", "단가", "원가", "정가", "고가", "저가", "물가",
          "주가", "전문가");

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
    if ("로길동리가읍면".indexOf(c) >= 0) {
      return particle(scan, word) ? -1 : number;
    }
    return named(scan, number) && Scan.isHangul(c) ? number : -1;
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
    if (scan.text[word] == '로' && scan.charAt(word - 1) == '으') {
      return true;
    }
    int from = word + 1;
    while (from > 0 && word - from < 6 && Scan.isHangul(scan.text[from - 1])) {
      from--;
    }
    boolean place =
        scan.text[word] == '동'
            && scan.charAt(from - 1) == ' '
            && Regions.endsAt(scan.text, from - 2);
    return !place && ADVERBS.contains(new String(scan.text, from, word + 1 - from));
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
    if (!lot && !ends(scan, end)) {
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

  /** Whether a house number may end here: no counter, no decimal, no longer word. */
  private static boolean ends(Scan scan, int end) {
    char c = scan.charAt(end);
    char next = scan.charAt(end + 1);
    if (Scan.isHangul(c)) {
      return BEHIND.indexOf(c) >= 0 && !(c == '호' && next == '선') && !(c == '인' && next != '데');
    }
    if (c == ' ' && Scan.isHangul(next)) {
      return COUNTERS.indexOf(next) < 0 || Scan.isHangul(scan.charAt(end + 2));
    }
    boolean goesOn =
        (c == '.' || c == '/' || c == ':' || c == '%') && (c == '%' || Groups.isDigit(next));
    return !goesOn && !Lexicon.isLatin(c) && !(c == ',' && digitsEnd(scan, end + 1) == end + 4);
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
}
