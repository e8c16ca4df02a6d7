package app.madang.models.masking;

import org.jspecify.annotations.Nullable;

/**
 * {@code [[PHONE_1]]}: letters and brackets that models copy, Markdown shows and no language owns.
 * Reading is more patient than writing: models lose a bracket, add spaces or escape the underscore.
 */
final class PlaceholderForm {

  /** Stands for text that only looks like a placeholder. */
  static final String LITERAL = "TEXT";

  static final int LONGEST_LABEL = 20;

  private static final int LONGEST_NUMBER = 7;

  /** With all that a model may add. */
  static final int LONGEST = 64;

  private PlaceholderForm() {}

  /** What reading at some place gave. */
  enum Reading {
    /** No placeholder begins here. */
    NONE,
    /** The text ends before it is clear. */
    UNCLEAR,
    /** One that ends at {@link Reader#end}. */
    WHOLE
  }

  static String write(String label, int number) {
    return "[[" + label + "_" + number + "]]";
  }

  /** The key in a map: label and number without what a model may change. */
  static String key(String label, int number) {
    return label + number;
  }

  /** The key of a placeholder as written by {@link #write}; null when it is none. */
  static @Nullable String keyOf(String placeholder) {
    Reader reader = new Reader();
    boolean whole = reader.read(placeholder, 0, true) == Reading.WHOLE;
    return whole && reader.end == placeholder.length() ? reader.key() : null;
  }

  static boolean opens(char c) {
    return c == '[' || c == '［' || c == '【' || c == '〚' || c == '⟦' || c == '\\';
  }

  private static boolean bracket(char c) {
    return c != '\\' && opens(c);
  }

  private static boolean closes(char c) {
    return c == ']' || c == '］' || c == '】' || c == '〛' || c == '⟧';
  }

  private static boolean ignored(char c) {
    return switch (c) {
      case ' ', '_', '-', '\\', '*', '`' -> true;
      case '\uFF3F', '\uFF0D', '\u00A0', '\u3000', '\u2011', '\u2013' -> true;
      case '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF' -> true;
      default -> false;
    };
  }

  /** Reads one placeholder; used again and again by one thread. */
  static final class Reader {

    private final StringBuilder key = new StringBuilder();
    int end;
    int labelLength;
    private boolean escaped;

    /** Label and number of the last whole one. */
    String key() {
      return key.toString();
    }

    String label() {
      return key.substring(0, labelLength);
    }

    /**
     * Reads at a place where {@link #opens} is true.
     *
     * @param last whether no more text will come
     */
    Reading read(CharSequence text, int from, boolean last) {
      int limit = Math.min(text.length(), from + LONGEST);
      Reading atLimit = limit == text.length() && !last ? Reading.UNCLEAR : Reading.NONE;
      int at = from;
      int open = 0;
      while (at < limit) {
        char c = text.charAt(at);
        if (bracket(c) && open < 2) {
          open++;
        } else if (!(c == '\\' || c == ' ' && open > 0)) {
          break;
        }
        at++;
      }
      if (at == limit) {
        return atLimit;
      }
      if (open == 0) {
        return Reading.NONE;
      }
      Reading reading = inside(text, at, limit, open, atLimit);
      // a backslash belongs to a placeholder only when both sides are escaped
      return reading == Reading.WHOLE && text.charAt(from) == '\\' && !escaped
          ? Reading.NONE
          : reading;
    }

    private Reading inside(CharSequence text, int from, int limit, int open, Reading atLimit) {
      key.setLength(0);
      labelLength = 0;
      int at = from;
      for (; at < limit; at++) {
        char c = text.charAt(at);
        if (closes(c)) {
          escaped = text.charAt(at - 1) == '\\';
          break;
        }
        if (ignored(c)) {
          continue;
        }
        char plain = c >= '！' && c <= '～' ? (char) (c - 0xFEE0) : c;
        boolean digit = plain >= '0' && plain <= '9';
        char upper = plain >= 'a' && plain <= 'z' ? (char) (plain - 32) : plain;
        if (digit ? labelLength == 0 && key.length() < 2 : upper < 'A' || upper > 'Z') {
          return Reading.NONE;
        }
        if (digit && labelLength == 0) {
          labelLength = key.length();
        }
        if (!digit && labelLength > 0
            || key.length()
                >= (labelLength > 0
                    ? labelLength + LONGEST_NUMBER
                    : LONGEST_LABEL + (digit ? 1 : 0))) {
          return Reading.NONE;
        }
        key.append(upper);
      }
      if (at == limit) {
        return atLimit;
      }
      if (labelLength == 0 || key.charAt(labelLength) == '0') {
        return Reading.NONE;
      }
      return close(text, at + 1, limit, open, atLimit);
    }

    /** One bracket closed; a second one belongs to it when two were opened. */
    private Reading close(CharSequence text, int from, int limit, int open, Reading atLimit) {
      end = from;
      if (open == 1) {
        return Reading.WHOLE;
      }
      for (int at = from; at < limit; at++) {
        char c = text.charAt(at);
        if (closes(c)) {
          end = at + 1;
          return Reading.WHOLE;
        }
        if (c != '\\' && c != ' ') {
          return Reading.WHOLE;
        }
      }
      return atLimit == Reading.UNCLEAR ? Reading.UNCLEAR : Reading.WHOLE;
    }
  }
}
