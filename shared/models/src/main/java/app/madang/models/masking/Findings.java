package app.madang.models.masking;

import java.util.Arrays;

/** What was found, in the order of the text; places are those of the normal text. */
final class Findings {

  int count;
  int[] start = new int[16];
  int[] end = new int[16];
  String[] label = new String[16];

  /** Ordinals of the kinds; {@link #LITERAL} for text that only looks like a placeholder. */
  int[] kind = new int[16];

  static final int LITERAL = -1;

  void add(int from, int to, PersonalData what) {
    add(from, to, what.ordinal(), what.label());
  }

  void add(int from, int to, int what, String placeholderLabel) {
    if (count == start.length) {
      int more = count * 2;
      start = Arrays.copyOf(start, more);
      end = Arrays.copyOf(end, more);
      label = Arrays.copyOf(label, more);
      kind = Arrays.copyOf(kind, more);
    }
    start[count] = from;
    end[count] = to;
    label[count] = placeholderLabel;
    kind[count++] = what;
  }

  /** Where the last one ends. */
  int lastEnd() {
    return count == 0 ? 0 : end[count - 1];
  }

  boolean isEmpty() {
    return count == 0;
  }
}
