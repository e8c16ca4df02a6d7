package app.madang.models.masking;

import java.util.Locale;
import java.util.Set;

/**
 * Addresses in English: Korean ones ("123, Teheran-ro, Gangnam-gu") and American ones with a
 * street, a city and state or a unit. Only whole forms: a wrong one hides a sentence.
 */
final class WesternAddresses {

  private static final int LONGEST = 140;
  private static final int LONGEST_WORD = 20;

  private static final Set<String> STREETS =
      Set.of(
          "street",
          "st",
          "avenue",
          "ave",
          "road",
          "rd",
          "boulevard",
          "blvd",
          "lane",
          "ln",
          "drive",
          "dr",
          "parkway",
          "pkwy",
          "court",
          "ct",
          "place",
          "pl",
          "square",
          "sq",
          "terrace",
          "highway",
          "hwy",
          "way",
          "crescent");
  private static final Set<String> UNITS =
      Set.of(
          "apt",
          "apartment",
          "suite",
          "ste",
          "unit",
          "room",
          "rm",
          "floor",
          "fl",
          "bldg",
          "building");
  private static final Set<String> STATES =
      Set.of(
          "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "ID", "IL", "IN", "IA",
          "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ",
          "NM", "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT",
          "VA", "WA", "WV", "WI", "WY", "DC", "PR", "GU", "VI", "AS", "MP", "FM", "MH", "PW");
  private static final Set<String> KOREA =
      Set.of(
          "seoul",
          "busan",
          "daegu",
          "incheon",
          "gwangju",
          "daejeon",
          "ulsan",
          "sejong",
          "korea",
          "gyeonggi",
          "jeju",
          "republic",
          "of",
          "south",
          "rok");

  private WesternAddresses() {}

  static boolean find(Scan scan, int first) {
    int start = scan.groups.start[first];
    int end = scan.groups.end[first];
    if (end - start > 5 || Scan.isAlphanumeric(scan.charAt(start - 1)) || start < scan.floor) {
      return false;
    }
    int road = roadBefore(scan, start);
    if (road >= 0) {
      return behindRoad(scan, road, end);
    }
    boolean lettered =
        Lexicon.isLatin(scan.charAt(end)) && !Scan.isAlphanumeric(scan.charAt(end + 1));
    if (lettered) {
      end++;
    }
    if (scan.charAt(end) == '-' && Groups.isDigit(scan.charAt(end + 1))) {
      end = Addresses.digitsEnd(scan, end + 1);
    }
    char c = scan.charAt(end);
    if (c != ' ' && c != ',') {
      return false;
    }
    int name = c == ',' ? end + 2 : end + 1;
    return (Lexicon.isLatin(scan.charAt(name)) || Groups.isDigit(scan.charAt(name)))
        && (korean(scan, start, name) || american(scan, start, name));
  }

  /** "Seocho-daero 74-gil " in front of a number: where it begins; -1 when none is there. */
  private static int roadBefore(Scan scan, int number) {
    char last = scan.charAt(number - 2);
    if (scan.charAt(number - 1) != ' ' || last != 'o' && last != 'l') {
      return -1;
    }
    int road = -1;
    int end = number - 1;
    for (int i = 0; i < 2 && scan.charAt(end) == ' '; i++) {
      int from = end;
      while (from > scan.floor
          && end - from < LONGEST_WORD
          && (Scan.isAlphanumeric(scan.text[from - 1]) || scan.text[from - 1] == '-')) {
        from--;
      }
      String word = new String(scan.text, from, end - from).toLowerCase(Locale.ROOT);
      if (!ends(word, "-ro", "-gil", "-daero")) {
        break;
      }
      road = from;
      end = from - 1;
    }
    return road;
  }

  /** "…-ro 11, Seocho-gu, Seoul" from the number on. */
  private static boolean behindRoad(Scan scan, int road, int number) {
    int end = number;
    if (scan.charAt(end) == '-' && Groups.isDigit(scan.charAt(end + 1))) {
      end = Addresses.digitsEnd(scan, end + 1);
    }
    int at = next(scan, end);
    boolean region = false;
    while (at > 0) {
      int stop = word(scan, at);
      String word = new String(scan.text, at, stop - at).toLowerCase(Locale.ROOT);
      boolean code = region && word.matches("[0-9]{5}");
      if (!code && !region(word)) {
        break;
      }
      region = true;
      end = stop;
      at = next(scan, stop);
    }
    return region && scan.hit(road, end);
  }

  private static boolean region(String word) {
    return KOREA.contains(word)
        || ends(word, "-gu", "-si", "-do", "-gun", "-eup", "-myeon", "-dong");
  }

  /** 123, Teheran-ro 7-gil, Gangnam-gu, Seoul 06133, Korea */
  private static boolean korean(Scan scan, int start, int from) {
    if (!romanised(scan, from)) {
      return false;
    }
    int end = -1;
    boolean road = false;
    boolean region = false;
    int at = from;
    while (at < scan.limit && at - from < LONGEST) {
      int stop = word(scan, at);
      String word = new String(scan.text, at, stop - at).toLowerCase(Locale.ROOT);
      boolean isRoad = ends(word, "-ro", "-gil", "-daero", "-dong", "-ri", "-ga", "daero");
      boolean isRegion =
          KOREA.contains(word) || ends(word, "-gu", "-si", "-do", "-gun", "-eup", "-myeon");
      boolean number =
          road
              && !word.isEmpty()
              && word.chars().allMatch(d -> d >= '0' && d <= '9')
              && word.length() <= 5;
      if (isRoad || isRegion || number && region) {
        road |= isRoad;
        region |= isRegion && road;
        end = stop;
      } else if (word.isEmpty() || road || at > from) {
        break;
      }
      at = next(scan, stop);
      if (at < 0) {
        break;
      }
    }
    return road && region && scan.hit(unitBefore(scan, start), end);
  }

  /** Whether -ro, -gil, -daero or -dong comes soon. */
  private static boolean romanised(Scan scan, int from) {
    int stop = Math.min(scan.limit - 2, from + 40);
    for (int i = from; i < stop; i++) {
      char c = scan.text[i];
      if (c >= 0x80 || c == '\n') {
        return false;
      }
      if (c == '-' && "rgd".indexOf(scan.text[i + 1]) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** 1600 Amphitheatre Parkway, Mountain View, CA 94043 */
  private static boolean american(Scan scan, int start, int from) {
    int at = from;
    for (int words = 0; words < 5; words++) {
      int stop = word(scan, at);
      if (stop == at || !capital(scan.text[at]) && !Groups.isDigit(scan.text[at])) {
        return false;
      }
      String word = new String(scan.text, at, stop - at).toLowerCase(Locale.ROOT);
      if (words > 0 && STREETS.contains(word)) {
        int end = scan.charAt(stop) == '.' ? stop + 1 : stop;
        int whole = behindStreet(scan, end);
        return whole > end && scan.hit(start, whole);
      }
      boolean unit = words > 0 && UNITS.contains(word) && scan.charAt(stop) == '.';
      at = next(scan, unit ? stop + 1 : stop);
      if (at < 0) {
        return false;
      }
      if (scan.charAt(stop) == ',') {
        // whatever the street is called, a state and its code tell
        int whole = words > 0 ? behindStreet(scan, stop) : 0;
        return whole > stop && coded(scan, whole) && scan.hit(start, whole);
      }
    }
    return false;
  }

  /** "CA 94043" */
  private static boolean coded(Scan scan, int end) {
    int zip = scan.text[end - 5] == '-' ? end - 10 : end - 5;
    return zip > 3
        && Addresses.digitsEnd(scan, zip) - zip == 5
        && scan.text[zip - 1] == ' '
        && STATES.contains(new String(scan.text, zip - 3, 2));
  }

  /**
   * Where unit, city, state and code behind a street end; the street's end when they do not come.
   */
  private static int behindStreet(Scan scan, int street) {
    int end = street;
    int at = next(scan, street);
    for (int words = 0; at > 0 && words < 8; words++) {
      if (scan.charAt(at) == '#') {
        at++;
      }
      int stop = word(scan, at);
      if (stop == at) {
        break;
      }
      String word = new String(scan.text, at, stop - at);
      int after = next(scan, stop);
      if (UNITS.contains(word.toLowerCase(Locale.ROOT)) && after > 0 || scan.text[at - 1] == '#') {
        int number =
            scan.text[at - 1] == '#'
                ? stop
                : word(scan, scan.charAt(after) == '#' ? after + 1 : after);
        end = number;
        at = next(scan, number);
        continue;
      }
      if (STATES.contains(word) && after > 0 && Addresses.digitsEnd(scan, after) - after == 5) {
        int zip = Addresses.digitsEnd(scan, after);
        boolean four = scan.charAt(zip) == '-' && Addresses.digitsEnd(scan, zip + 1) - zip == 5;
        return four ? zip + 5 : zip;
      }
      int postcode = british(scan, at);
      if (postcode > 0) {
        return postcode;
      }
      if (!capital(scan.text[at])) {
        break;
      }
      at = after;
    }
    return end;
  }

  /** NW1 6XE */
  private static int british(Scan scan, int from) {
    int stop = word(scan, from);
    int n = stop - from;
    boolean area =
        n >= 2
            && n <= 4
            && capital(scan.text[from])
            && (Groups.isDigit(scan.text[from + 1]) || Groups.isDigit(scan.charAt(from + 2)));
    int end = word(scan, stop + 1);
    boolean inward =
        scan.charAt(stop) == ' '
            && end == stop + 4
            && Groups.isDigit(scan.text[stop + 1])
            && capital(scan.text[stop + 2])
            && capital(scan.text[stop + 3]);
    return area && inward ? end : 0;
  }

  /** "Apt 101-1203, ", "#302, ", "4F, " in front of the number. */
  private static int unitBefore(Scan scan, int start) {
    int at = start - 1;
    if (scan.charAt(at) == ' ') {
      at--;
    }
    if (scan.charAt(at) != ',') {
      return start;
    }
    int from = at;
    while (from > scan.floor
        && at - from < LONGEST_WORD
        && (Scan.isAlphanumeric(scan.text[from - 1]) || "-# ".indexOf(scan.text[from - 1]) >= 0)) {
      from--;
    }
    for (int i = from; i < at; i++) {
      boolean begins = i == 0 || !Scan.isAlphanumeric(scan.text[i - 1]);
      String word = new String(scan.text, i, word(scan, i) - i).toLowerCase(Locale.ROOT);
      if (begins
          && (scan.text[i] == '#'
              || UNITS.contains(word)
              || word.matches("b?[0-9]{1,3}f|[0-9]{2,4}-[0-9]{2,4}|[0-9]{1,5}(-dong|-ho)"))) {
        return i;
      }
    }
    return start;
  }

  private static int next(Scan scan, int from) {
    int at = from;
    while (at < scan.limit
        && at - from < 3
        && (scan.text[at] == ' ' || scan.text[at] == ',' || scan.text[at] == '\n')) {
      at++;
    }
    return at > from && at < scan.limit ? at : -1;
  }

  private static int word(Scan scan, int from) {
    int at = from;
    while (at < scan.limit
        && at - from < LONGEST_WORD
        && (Scan.isAlphanumeric(scan.text[at]) || scan.text[at] == '-' || scan.text[at] == '\'')) {
      at++;
    }
    return at;
  }

  private static boolean ends(String word, String... endings) {
    for (String ending : endings) {
      if (word.length() > ending.length() && word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  private static boolean capital(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
