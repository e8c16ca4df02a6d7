package app.madang.functions.ingestion.parse;

import java.util.Arrays;
import java.util.Locale;

/** How a Hangul document writes the numbers that it counts by itself. */
enum HangulNumberStyle {
  DIGIT(""),
  CIRCLED_DIGIT("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
  ROMAN_CAPITAL(""),
  ROMAN_SMALL(""),
  LATIN_CAPITAL("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
  LATIN_SMALL("abcdefghijklmnopqrstuvwxyz"),
  CIRCLED_LATIN_CAPITAL("ⒶⒷⒸⒹⒺⒻⒼⒽⒾⒿⓀⓁⓂⓃⓄⓅⓆⓇⓈⓉⓊⓋⓌⓍⓎⓏ"),
  CIRCLED_LATIN_SMALL("ⓐⓑⓒⓓⓔⓕⓖⓗⓘⓙⓚⓛⓜⓝⓞⓟⓠⓡⓢⓣⓤⓥⓦⓧⓨⓩ"),
  HANGUL_SYLLABLE("가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호"),
  CIRCLED_HANGUL_SYLLABLE("㉮㉯㉰㉱㉲㉳㉴㉵㉶㉷㉸㉹㉺㉻"),
  HANGUL_JAMO("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
  CIRCLED_HANGUL_JAMO("㉠㉡㉢㉣㉤㉥㉦㉧㉨㉩㉪㉫㉬㉭"),
  HANGUL_PHONETIC("일이삼사오육칠팔구십"),
  IDEOGRAPH("一二三四五六七八九十"),
  CIRCLED_IDEOGRAPH("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
  DECAGON_CIRCLE("갑을병정무기경신임계"),
  DECAGON_CIRCLE_HANJA("甲乙丙丁戊己庚辛壬癸");

  private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] ROMANS = {
    "M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"
  };

  private final String signs;

  HangulNumberStyle(String signs) {
    this.signs = signs;
  }

  /** The style of a name, however its words are put together; digits for what is unknown. */
  static HangulNumberStyle named(String name) {
    return Arrays.stream(values())
        .filter(style -> style.name().replace("_", "").equalsIgnoreCase(name.replace("_", "")))
        .findFirst()
        .orElse(DIGIT);
  }

  String of(int number) {
    if (this == ROMAN_CAPITAL || this == ROMAN_SMALL) {
      String roman = roman(Math.min(number, 3999));
      return this == ROMAN_SMALL ? roman.toLowerCase(Locale.ROOT) : roman;
    }
    return number >= 1 && number <= signs.length()
        ? signs.substring(number - 1, number)
        : Integer.toString(number);
  }

  private static String roman(int number) {
    StringBuilder roman = new StringBuilder();
    int left = number;
    for (int i = 0; i < VALUES.length; i++) {
      for (; left >= VALUES[i]; left -= VALUES[i]) {
        roman.append(ROMANS[i]);
      }
    }
    return roman.toString();
  }
}
