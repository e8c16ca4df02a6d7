package app.madang.toolbox;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Whether an answer says a fact: one sentence of it holds all the fact's words, or all those of one
 * of its alternatives (between bars). Words are compared in NFKC and lower case, without spaces,
 * Markdown and citation marks; a Korean word of three syllables or more without its last particle;
 * numbers without commas, those with 억, 천만, 만 and 천 written out, a number never as a part of a
 * longer one.
 */
final class SaidFact {

  private static final Pattern MARKS = Pattern.compile("\\[\\d{1,3}\\]|[*_`#>\"'“”‘’]");
  private static final Pattern SENTENCE = Pattern.compile("\\n|(?<=[.!?。])\\s");
  private static final Pattern COMMA = Pattern.compile("(?<=\\d),(?=\\d{3})");
  private static final Pattern COUNTED = Pattern.compile("(\\d+)\\s+(?=\\p{L})");
  private static final Pattern LARGE =
      Pattern.compile(
          "(?<![\\d.])(?:(\\d+(?:\\.\\d+)?)억\\s?)?(?:(\\d+)천만\\s?)?(?:(\\d+(?:\\.\\d+)?)만\\s?)?(?:(\\d+)천)?(\\d+)?");
  private static final Pattern PARTICLE =
      Pattern.compile("(?<=\\p{IsHangul}{2})(?:에서|으로|은|는|이|가|을|를|의|에|로|와|과|도)$");
  private static final Pattern EDGE = Pattern.compile("^[\\p{P}&&[^%]]+|[\\p{P}&&[^%]]+$");

  private SaidFact() {}

  static boolean meets(String answer, String fact) {
    String[] sentences = SENTENCE.split(written(answer));
    return Arrays.stream(fact.split("\\|"))
        .map(SaidFact::words)
        .filter(words -> !words.isEmpty())
        .anyMatch(
            words ->
                Arrays.stream(sentences)
                    .map(sentence -> sentence.replaceAll("\\s+", ""))
                    .anyMatch(sentence -> words.stream().allMatch(word -> holds(sentence, word))));
  }

  private static List<String> words(String fact) {
    return Arrays.stream(written(fact).split("\\s+"))
        .map(word -> EDGE.matcher(word).replaceAll(""))
        .map(word -> PARTICLE.matcher(word).replaceAll(""))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static boolean holds(String sentence, String word) {
    for (int at = sentence.indexOf(word); at >= 0; at = sentence.indexOf(word, at + 1)) {
      int end = at + word.length();
      boolean begun = at > 0 && isNumber(sentence, at - 1) && isNumber(sentence, at);
      boolean goesOn =
          end < sentence.length() && isNumber(sentence, end - 1) && continues(sentence, end);
      if (!begun && !goesOn) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNumber(String text, int at) {
    return Character.isDigit(text.charAt(at)) || text.charAt(at) == '.';
  }

  /** A full stop after a number is part of it only when digits follow. */
  private static boolean continues(String text, int at) {
    return Character.isDigit(text.charAt(at))
        || text.charAt(at) == '.'
            && at + 1 < text.length()
            && Character.isDigit(text.charAt(at + 1));
  }

  /** Without what only looks different. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", "");
  }

  private static String written(String text) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String bare = COMMA.matcher(MARKS.matcher(normal).replaceAll("")).replaceAll("");
    String joined = COUNTED.matcher(bare).replaceAll("$1");
    return LARGE.matcher(joined).replaceAll(SaidFact::inFull);
  }

  private static String inFull(MatchResult number) {
    if (IntStream.rangeClosed(1, 4).allMatch(group -> number.group(group) == null)) {
      return Matcher.quoteReplacement(number.group());
    }
    BigDecimal sum = BigDecimal.ZERO;
    long[] units = {100_000_000, 10_000_000, 10_000, 1_000, 1};
    for (int i = 0; i < units.length; i++) {
      String digits = number.group(i + 1);
      if (digits != null) {
        sum = sum.add(new BigDecimal(digits).multiply(BigDecimal.valueOf(units[i])));
      }
    }
    return sum.stripTrailingZeros().toPlainString();
  }
}
