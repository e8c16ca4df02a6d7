package app.madang.runtime;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words as the search among short texts knows them: hashed words and their beginnings, syllables
 * and pairs of syllables of Hangul.
 */
public final class SearchTerms {

  private static final Pattern RUN = Pattern.compile("[가-힣]+|[\\p{L}\\p{N}&&[^가-힣]]+");
  private static final int SHORTEST_BEGINNING = 2;
  private static final int LONGEST_WORD = 40;

  private SearchTerms() {}

  /** What a short text is found by, words also by their beginnings. */
  public static Long[] ofQuestion(String text) {
    return terms(text, true, true);
  }

  /** What a longer text is found by, whole words only. */
  public static Long[] ofAnswer(String text) {
    return terms(text, true, false);
  }

  /** What a text must hold to be found. */
  public static Long[] ofQuery(String text) {
    return terms(text, false, false);
  }

  private static Long[] terms(String text, boolean syllables, boolean beginnings) {
    Set<String> words = new LinkedHashSet<>();
    Matcher run = RUN.matcher(text.toLowerCase(Locale.ROOT));
    while (run.find()) {
      String word = run.group();
      if (word.charAt(0) >= '가' && word.charAt(0) <= '힣') {
        hangul(word, syllables, words::add);
      } else {
        String kept = word.substring(0, Math.min(word.length(), LONGEST_WORD));
        words.add(kept);
        for (int n = SHORTEST_BEGINNING; beginnings && n < kept.length(); n++) {
          words.add(kept.substring(0, n));
        }
      }
    }
    // in order, so that two writers never wait for each other in a circle
    Set<Long> ids = new TreeSet<>();
    MessageDigest digest = sha256();
    for (String word : words) {
      ids.add(ByteBuffer.wrap(digest.digest(word.getBytes(StandardCharsets.UTF_8))).getLong());
    }
    return ids.toArray(Long[]::new);
  }

  private static void hangul(String run, boolean syllables, Consumer<String> words) {
    for (int i = 0; i < run.length(); i++) {
      if (syllables || run.length() == 1) {
        words.accept(run.substring(i, i + 1));
      }
      if (i + 2 <= run.length()) {
        words.accept(run.substring(i, i + 2));
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
