package app.madang.models.masking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A text and what is personal in it. */
record Case(String text, List<Span> spans) {

  /** A kind and where it stands. */
  record Span(PersonalData kind, int start, int end) {

    boolean overlaps(Span other) {
      return start < other.end && other.start < end;
    }
  }

  /** Reads "call ⟪PHONE|02-123-4567⟫"; a written backslash-n is a line break. */
  static Case of(String annotated) {
    String line = annotated.replace("\\n", "\n");
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    int at = 0;
    for (int open = line.indexOf('⟪'); open >= 0; open = line.indexOf('⟪', at)) {
      int bar = line.indexOf('|', open);
      int close = line.indexOf('⟫', open);
      text.append(line, at, open);
      int start = text.length();
      text.append(line, bar + 1, close);
      spans.add(new Span(kind(line.substring(open + 1, bar)), start, text.length()));
      at = close + 1;
    }
    return new Case(text.append(line, at, line.length()).toString(), spans);
  }

  private static PersonalData kind(String label) {
    return Arrays.stream(PersonalData.values())
        .filter(kind -> kind.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(label));
  }
}
