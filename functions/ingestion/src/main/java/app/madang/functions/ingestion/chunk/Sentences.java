package app.madang.functions.ingestion.chunk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts running text at the ends of sentences; the pieces put together are the text. */
final class Sentences {

  private static final String ENDS = ".!?…。！？";
  private static final String CLOSERS = "\"')]}”’»」』）】";

  private static final Pattern LETTERS = Pattern.compile("(?:[A-Za-z]\\.)*[A-Za-z]");
  private static final Set<String> SHORT =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "inc", "ltd", "co", "corp", "no", "vs", "fig", "sec",
          "art", "pp", "cf", "approx", "est", "dept", "jan", "feb", "mar", "apr", "aug", "sep",
          "sept", "oct", "nov", "dec");

  private Sentences() {}

  /** Sentences with the blanks that follow them. */
  static List<String> of(String text) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (ENDS.indexOf(text.charAt(i)) < 0) {
        continue;
      }
      int end = i + 1;
      while (end < text.length() && (isEnd(text.charAt(end)) || isCloser(text.charAt(end)))) {
        end++;
      }
      boolean wide = "。！？".indexOf(text.charAt(i)) >= 0;
      boolean blank = end == text.length() || Character.isWhitespace(text.charAt(end));
      if ((wide || blank) && !isNumbering(text, start, i) && !isShort(text, start, i)) {
        end = skipBlanks(text, end);
        pieces.add(text.substring(start, end));
        start = end;
      }
      i = Math.max(i, end - 1);
    }
    if (start < text.length()) {
      pieces.add(text.substring(start));
    }
    return pieces;
  }

  /**
   * Cuts a sentence that is too long: at line ends, else at blanks, else anywhere.
   *
   * @param most tokens in a piece
   */
  static List<String> force(String sentence, int most) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int tokens = 0;
    for (String word : words(sentence, most)) {
      int more = Tokens.in(word);
      if (tokens + more > most && !piece.isEmpty()) {
        int line = piece.lastIndexOf("\n") + 1;
        int cut = line > piece.length() / 2 ? line : piece.length();
        pieces.add(piece.substring(0, cut));
        piece.delete(0, cut);
        tokens = Tokens.in(piece);
      }
      piece.append(word);
      tokens += more;
    }
    pieces.add(piece.toString());
    return pieces;
  }

  /** Words with their blanks; one without end in pieces of at most so many characters. */
  private static List<String> words(String sentence, int longest) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < sentence.length(); i++) {
      boolean blank = Character.isWhitespace(sentence.charAt(i));
      boolean next = i + 1 < sentence.length() && !Character.isWhitespace(sentence.charAt(i + 1));
      boolean endless =
          i + 1 - start >= longest / 2 && !Character.isHighSurrogate(sentence.charAt(i));
      if ((blank && next) || endless) {
        words.add(sentence.substring(start, i + 1));
        start = i + 1;
      }
    }
    if (start < sentence.length()) {
      words.add(sentence.substring(start));
    }
    return words;
  }

  /** "1." or "가." or "A." at the start of a line numbers what follows and ends nothing. */
  private static boolean isNumbering(String text, int start, int dot) {
    if (text.charAt(dot) != '.') {
      return false;
    }
    int line = Math.max(start, text.lastIndexOf('\n', dot) + 1);
    String before = text.substring(line, dot).strip();
    boolean digits =
        !before.isEmpty()
            && before.length() <= 7
            && before.chars().allMatch(c -> Character.isDigit(c) || c == '.' || c == '-');
    return digits || before.length() == 1;
  }

  /** "U.S." or "Dr." goes on; where it does end a sentence, two stay together. */
  private static boolean isShort(String text, int start, int dot) {
    if (text.charAt(dot) != '.') {
      return false;
    }
    int word = dot;
    while (word > start && (text.charAt(word - 1) == '.' || isLatin(text.charAt(word - 1)))) {
      word--;
    }
    String before = text.substring(word, dot);
    return LETTERS.matcher(before).matches() || SHORT.contains(before.toLowerCase(Locale.ROOT));
  }

  private static boolean isLatin(char c) {
    return c < 0x80 && Character.isLetter(c);
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isEnd(char c) {
    return ENDS.indexOf(c) >= 0;
  }

  private static boolean isCloser(char c) {
    return CLOSERS.indexOf(c) >= 0;
  }
}
