package app.madang.functions.ingestion.parse;

import java.util.List;

/** Makes running text of recognised lines: a full line goes on in the next, a short one ends. */
final class RecognisedLines {

  /** Of the longest line in the paragraph. */
  private static final double FULL = 0.8;

  private RecognisedLines() {}

  static String joined(String paragraph) {
    List<String> lines = paragraph.lines().map(CleanText::line).filter(l -> !l.isEmpty()).toList();
    int longest = lines.stream().mapToInt(String::length).max().orElse(0);
    KoreanJoints words = new KoreanJoints(List.of());
    StringBuilder text = new StringBuilder();
    boolean full = false;
    for (String line : lines) {
      if (!text.isEmpty()) {
        text.append(full ? between(words, text, line) : "\n");
      }
      text.append(line);
      full = line.length() >= FULL * longest;
    }
    return text.toString();
  }

  private static String between(KoreanJoints words, StringBuilder text, String line) {
    boolean korean = isKorean(text.charAt(text.length() - 1)) && isKorean(line.charAt(0));
    return !korean || words.areApart(text, line) ? " " : "";
  }

  private static boolean isKorean(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL;
  }
}
