package app.madang.models.masking;

import java.util.Arrays;

/**
 * Digits that stand near each other: groups of them and what is between. Digits with one character
 * between each two of them ("0 1 0 1 2 3 …") count as one group.
 */
final class Groups {

  static final int HYPHEN = 1;
  static final int DOT = 2;
  static final int SPACE = 4;
  static final int OPEN = 8;
  static final int CLOSE = 16;
  static final int SLASH = 32;
  static final int NEWLINE = 64;

  /** Underscores. */
  static final int OTHER = 128;

  static final int TILDE = 256;

  /** Marks that stand between numbers more often than inside one. */
  static final int STRAY = 512;

  /** What few people write inside a number. */
  static final int ODD = OTHER | TILDE | STRAY;

  private static final int LONGEST_SEPARATOR = 6;
  private static final int MANY_SINGLES = 9;
  private static final int SOME_SINGLES = 3;

  int count;
  int[] start = new int[16];
  int[] end = new int[16];
  int[] size = new int[16];

  /** Where a group's digits begin in {@link #digits}. */
  int[] at = new int[17];

  /** What stands after a group, before the next one. */
  int[] separator = new int[16];

  char[] digits = new char[64];

  private int used;

  /** Reads all groups from this digit on; gives where the last one ends. */
  int read(char[] text, int from, int limit) {
    count = 0;
    used = 0;
    int next = from;
    while (true) {
      int stop = group(text, next, limit);
      int separatorEnd = separatorEnd(text, stop, limit);
      if (separatorEnd < 0) {
        separator[count - 1] = 0;
        return stop;
      }
      separator[count - 1] = flags(text, stop, separatorEnd);
      next = separatorEnd;
    }
  }

  private int group(char[] text, int from, int limit) {
    if (count == start.length) {
      int more = count * 2;
      start = Arrays.copyOf(start, more);
      end = Arrays.copyOf(end, more);
      size = Arrays.copyOf(size, more);
      separator = Arrays.copyOf(separator, more);
      at = Arrays.copyOf(at, more + 1);
    }
    start[count] = from;
    at[count] = used;
    int stop = singles(text, from, limit);
    int step = stop > 0 ? 2 : 1;
    if (stop <= 0) {
      stop = from;
      while (stop < limit && isDigit(text[stop])) {
        stop++;
      }
    }
    int n = (stop - from + step - 1) / step;
    if (used + n > digits.length) {
      digits = Arrays.copyOf(digits, Math.max(digits.length * 2, used + n));
    }
    for (int i = from; i < stop; i += step) {
      digits[used++] = text[i];
    }
    size[count] = n;
    end[count] = stop;
    at[++count] = used;
    return stop;
  }

  /** Where single digits with one character between them end; 0 when there are few. */
  private static int singles(char[] text, int from, int limit) {
    if (from + 2 >= limit || isDigit(text[from + 1])) {
      return 0;
    }
    char between = text[from + 1];
    if (between != ' ' && between != '-' && between != '.') {
      return 0;
    }
    int last = from;
    while (last + 2 < limit
        && text[last + 1] == between
        && isDigit(text[last + 2])
        && (last + 3 >= limit || !isDigit(text[last + 3]))) {
      last += 2;
    }
    int n = (last - from) / 2 + 1;
    return n >= (between == ' ' ? SOME_SINGLES : MANY_SINGLES) ? last + 1 : 0;
  }

  private static int separatorEnd(char[] text, int from, int limit) {
    int most = Math.min(limit, from + LONGEST_SEPARATOR);
    int marks = 0;
    int lines = 0;
    for (int i = from; i < most; i++) {
      char c = text[i];
      if (isDigit(c)) {
        return i > from ? i : -1;
      }
      switch (c) {
        case ' ', '\r' -> {}
        case '\n' -> lines++;
        case '-', '.', '/', '(', ')', '_', '~', '*', ',', '=', ':', '\t' -> marks++;
        default -> {
          return -1;
        }
      }
      if (lines > 1 || marks > 3) {
        return -1;
      }
    }
    return -1;
  }

  private static int flags(char[] text, int from, int to) {
    int flags = 0;
    for (int i = from; i < to; i++) {
      flags |=
          switch (text[i]) {
            case '-' -> HYPHEN;
            case '.' -> DOT;
            case '/' -> SLASH;
            case '(' -> OPEN;
            case ')' -> CLOSE;
            case '\n' -> NEWLINE;
            case '~' -> TILDE;
            case '*', ',', '=', ':', '\t' -> STRAY;
            case ' ', '\r' -> SPACE;
            default -> OTHER;
          };
    }
    return flags;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
