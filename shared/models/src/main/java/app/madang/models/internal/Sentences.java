package app.madang.models.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts Korean and English text into sentences; a line of its own is one. */
public final class Sentences {

  /** Longer ones are cut at a space: a table without full stops is no sentence. */
  private static final int LONGEST = 400;

  /** After . ! ? 。 and closing quotes comes a space; "3.5" and "제1.2조" go on. */
  private static final Pattern END = Pattern.compile("[.!?。！？…]+[\"'”’)\\]」』]*(?=\\s|$)|[。！？]|\\n");

  private static final Pattern ABBREVIATION =
      Pattern.compile(
          "(?:^|[\\s(])(?:\\p{Lu}|[0-9]{1,3}|[가-하]|[Mm]rs?|[Dd]r|[Nn]o|[Vv]s|e\\.g|i\\.e|[Cc]f)\\.$");

  /** One or two words and a full stop, without a Korean verb's ending. */
  private static final Pattern NAME = Pattern.compile("\\S{1,20}(?: \\S{1,20})?(?<![다요음함임])\\.");

  private Sentences() {}

  /** Where a sentence stands in its text. */
  public record Span(int start, int end) {

    /** Its words. */
    public String in(String text) {
      return text.substring(start, end);
    }
  }

  /** The sentences, in order, without the space around them. */
  public static List<Span> of(String text) {
    List<Span> spans = new ArrayList<>();
    int start = 0;
    Matcher end = END.matcher(text);
    while (end.find()) {
      boolean line = text.charAt(end.start()) == '\n';
      if (!line && ABBREVIATION.matcher(text).region(start, end.end()).find()) {
        continue;
      }
      add(spans, text, start, end.end());
      start = end.end();
    }
    add(spans, text, start, text.length());
    return joined(spans, text);
  }

  /** "제12조 연차휴가." names what the next sentence says. */
  private static List<Span> joined(List<Span> spans, String text) {
    List<Span> joined = new ArrayList<>();
    for (Span span : spans) {
      Span before = joined.isEmpty() ? null : joined.getLast();
      if (before != null
          && NAME.matcher(before.in(text)).matches()
          && text.indexOf('\n', before.end(), span.start()) < 0) {
        joined.removeLast();
        joined.add(new Span(before.start(), span.end()));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  private static void add(List<Span> spans, String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    while (end - start > LONGEST) {
      int space = text.lastIndexOf(' ', start + LONGEST);
      int cut = space > start ? space : start + LONGEST;
      if (space <= start && Character.isHighSurrogate(text.charAt(cut - 1))) {
        cut--;
      }
      spans.add(new Span(start, cut));
      start = text.charAt(cut) == ' ' ? cut + 1 : cut;
    }
    if (end > start) {
      spans.add(new Span(start, end));
    }
  }
}
