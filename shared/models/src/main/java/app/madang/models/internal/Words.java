package app.madang.models.internal;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What two texts may share: stemmed Latin words and numbers, and pairs of Hangul syllables. */
public final class Words {

  private static final Pattern RUN = Pattern.compile("[가-힣]+|[\\p{L}\\p{N}&&[^가-힣]]+");
  private static final Set<String> STOP =
      words(
          """
          a an the is are was were be do does did of to in on at for from by with and or not it its
          this that these those i we you he she they my our your me us what which who whom when
          where why how many much long can could may might should would will shall have has had if
          as there any some about tell please
          """);

  /** Endings that say how a word is used, not what it means; longest first. */
  private static final Pattern ENDING =
      Pattern.compile(
          "(?:인가요|인지요|일까요|할까요|될까요|있나요|없나요|하나요|되나요|인가|입니까|합니까|습니까|됩니까"
              + "|알려줘요?|알려주세요|주세요|이에요|예요|에서는|으로는|에게는|까지는|부터는|에서|으로|에게|까지|부터|하고|이나"
              + "|[은는이가을를의에로와과도만요])$");

  private static final Set<String> KOREAN_STOP =
      words(
          """
          무엇 어떻게 어떤 언제 어디 누가 누구 왜 얼마 얼마나 대해 관해 대한 알려 있 하 되 뭐 뭔 무슨
          그리고 또는 및 경우 때 수 것 좀
          """);

  private Words() {}

  /** The distinct words of a text. */
  public static Set<String> of(String text) {
    Set<String> words = new LinkedHashSet<>();
    Matcher run = RUN.matcher(text.toLowerCase(Locale.ROOT));
    while (run.find()) {
      String word = run.group();
      if (word.charAt(0) >= '가' && word.charAt(0) <= '힣') {
        korean(word, words);
      } else if (!STOP.contains(word)) {
        words.add(stem(word));
      }
    }
    return words;
  }

  private static void korean(String run, Set<String> words) {
    String word = run;
    Matcher ending = ENDING.matcher(word);
    if (ending.find() && ending.start() > 0) {
      word = word.substring(0, ending.start());
    }
    if (KOREAN_STOP.contains(word) || KOREAN_STOP.contains(run)) {
      return;
    }
    if (word.length() == 1) {
      words.add(word);
    }
    for (int i = 0; i + 2 <= word.length(); i++) {
      words.add(word.substring(i, i + 2));
    }
  }

  private static String stem(String word) {
    int n = word.length();
    if (n > 4 && word.endsWith("ies")) {
      return word.substring(0, n - 3) + "y";
    }
    if (n > 5 && word.endsWith("ing")) {
      return word.substring(0, n - 3);
    }
    if (n > 4 && word.endsWith("ed")) {
      return word.substring(0, n - 2);
    }
    if (n > 3 && word.endsWith("s") && !word.endsWith("ss")) {
      return word.substring(0, n - 1);
    }
    return word;
  }

  private static Set<String> words(String list) {
    return Set.of(list.strip().split("\\s+"));
  }
}
