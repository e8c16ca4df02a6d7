package app.madang.models.masking;

import java.util.Map;

/** International bank accounts: a country, its length, and the checksum over all. */
final class Ibans {

  private static final Map<String, Integer> LENGTHS =
      Map.ofEntries(
          Map.entry("AD", 24),
          Map.entry("AE", 23),
          Map.entry("AT", 20),
          Map.entry("AZ", 28),
          Map.entry("BE", 16),
          Map.entry("BG", 22),
          Map.entry("BH", 22),
          Map.entry("BR", 29),
          Map.entry("CH", 21),
          Map.entry("CY", 28),
          Map.entry("CZ", 24),
          Map.entry("DE", 22),
          Map.entry("DK", 18),
          Map.entry("EE", 20),
          Map.entry("EG", 29),
          Map.entry("ES", 24),
          Map.entry("FI", 18),
          Map.entry("FR", 27),
          Map.entry("GB", 22),
          Map.entry("GE", 22),
          Map.entry("GR", 27),
          Map.entry("HR", 21),
          Map.entry("HU", 28),
          Map.entry("IE", 22),
          Map.entry("IL", 23),
          Map.entry("IS", 26),
          Map.entry("IT", 27),
          Map.entry("JO", 30),
          Map.entry("KW", 30),
          Map.entry("KZ", 20),
          Map.entry("LI", 21),
          Map.entry("LT", 20),
          Map.entry("LU", 20),
          Map.entry("LV", 21),
          Map.entry("MC", 27),
          Map.entry("MT", 31),
          Map.entry("NL", 18),
          Map.entry("NO", 15),
          Map.entry("PL", 28),
          Map.entry("PT", 25),
          Map.entry("QA", 29),
          Map.entry("RO", 24),
          Map.entry("RS", 22),
          Map.entry("SA", 24),
          Map.entry("SE", 24),
          Map.entry("SI", 19),
          Map.entry("SK", 24),
          Map.entry("SM", 27),
          Map.entry("TR", 26),
          Map.entry("UA", 29),
          Map.entry("PK", 24),
          Map.entry("VA", 22));

  private Ibans() {}

  static boolean find(Scan scan, int first) {
    int start = scan.groups.start[first] - 2;
    if (start >= scan.floor && scan.charAt(start + 1) == ' ') {
      return false;
    }
    if (start < scan.floor
        || !Lexicon.isLatin(scan.text[start])
        || !Lexicon.isLatin(scan.text[start + 1])
        || Scan.isAlphanumeric(scan.charAt(start - 1))) {
      return false;
    }
    String country = "" + upper(scan.text[start]) + upper(scan.text[start + 1]);
    Integer length = LENGTHS.get(country);
    return length != null && read(scan, start, length);
  }

  private static boolean read(Scan scan, int start, int length) {
    char[] iban = new char[length];
    int n = 0;
    int at = start;
    while (at < scan.limit && n < length) {
      char c = scan.text[at];
      if (Scan.isAlphanumeric(c)) {
        iban[n++] = upper(c);
      } else if (c != ' ' && c != '-' || n % 4 != 0 || !Scan.isAlphanumeric(scan.charAt(at + 1))) {
        return false;
      }
      at++;
    }
    return n == length
        && !Scan.isAlphanumeric(scan.charAt(at))
        && checked(iban)
        && scan.hit(start, at);
  }

  private static boolean checked(char[] iban) {
    int rest = 0;
    for (int i = 0; i < iban.length; i++) {
      char c = iban[(i + 4) % iban.length];
      rest = Groups.isDigit(c) ? (rest * 10 + c - '0') % 97 : (rest * 100 + c - 'A' + 10) % 97;
    }
    return rest == 1;
  }

  private static char upper(char c) {
    return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
  }
}
