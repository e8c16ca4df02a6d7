package app.madang.functions.chat;

/** A conversation's title out of its first question: its first line, cut at a word. */
final class Title {

  private static final int LONGEST = 60;

  private Title() {}

  static String of(String question) {
    String line = question.strip().lines().findFirst().orElse("").replaceAll("\\s+", " ").strip();
    if (line.codePointCount(0, line.length()) <= LONGEST) {
      return line;
    }
    String cut = line.substring(0, line.offsetByCodePoints(0, LONGEST - 1));
    int space = cut.lastIndexOf(' ');
    return (space > LONGEST / 2 ? cut.substring(0, space) : cut) + "…";
  }
}
