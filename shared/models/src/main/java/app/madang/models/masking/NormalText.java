package app.madang.models.masking;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text as the finders read it: Hangul composed, digits ASCII, hyphens and dots of one kind,
 * nothing invisible; and where each of its characters stands in the original.
 */
final class NormalText {

  final char[] chars;
  final int length;

  /** Where each character begins in the original; null when nothing was moved. */
  private final int @Nullable [] starts;

  private final int @Nullable [] ends;

  private NormalText(char[] chars, int length, int @Nullable [] starts, int @Nullable [] ends) {
    this.chars = chars;
    this.length = length;
    this.starts = starts;
    this.ends = ends;
  }

  /** Most texts need no change but of single characters. */
  static NormalText of(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      if (c < 0x80 || c >= 0xAC00 && c <= 0xD7A3) {
        continue;
      }
      int plain = fold(c);
      if (plain < 0) {
        return moved(text.toCharArray());
      }
      chars[i] = (char) plain;
    }
    return new NormalText(chars, chars.length, null, null);
  }

  int start(int i) {
    return starts == null ? i : starts[i];
  }

  /** Where the character before this place ends in the original. */
  int end(int i) {
    return ends == null ? i : ends[i - 1];
  }

  /** The first character that does not begin before this place of the original. */
  int at(int original) {
    if (starts == null) {
      return original;
    }
    int found = Arrays.binarySearch(starts, 0, length, original);
    return found >= 0 ? found : -found - 1;
  }

  private static NormalText moved(char[] from) {
    char[] chars = new char[from.length];
    int[] starts = new int[from.length];
    int[] ends = new int[from.length];
    int n = 0;
    for (int i = 0; i < from.length; i++) {
      char c = from[i];
      int plain = c < 0x80 ? c : fold(c);
      if (plain == DROP) {
        continue;
      }
      int start = i;
      if (plain == STYLED) {
        plain = styled(from, i);
      } else if (plain == PAIR) {
        int digit = i + 1 < from.length ? digit(Character.toCodePoint(c, from[i + 1])) : -1;
        plain = digit < 0 ? c : '0' + digit;
        i += digit < 0 ? 0 : 1;
      } else if (plain == JAMO) {
        int composed = n > 0 ? compose(chars[n - 1], c) : -1;
        if (composed >= 0) {
          chars[n - 1] = (char) composed;
          ends[n - 1] = i + 1;
          continue;
        }
        plain = c;
      }
      chars[n] = (char) plain;
      starts[n] = start;
      ends[n++] = i + 1;
    }
    return new NormalText(chars, n, starts, ends);
  }

  /** Hangul syllables from conjoining letters, as Unicode counts them. */
  private static int compose(char before, char c) {
    if (before >= 0x1100 && before <= 0x1112 && c >= 0x1161 && c <= 0x1175) {
      return 0xAC00 + ((before - 0x1100) * 21 + (c - 0x1161)) * 28;
    }
    boolean open = before >= 0xAC00 && before <= 0xD7A3 && (before - 0xAC00) % 28 == 0;
    return open && c >= 0x11A8 && c <= 0x11C2 ? before + (c - 0x11A7) : -1;
  }

  private static int digit(int codePoint) {
    return Character.getType(codePoint) == Character.DECIMAL_DIGIT_NUMBER
        ? Character.digit(codePoint, 10)
        : -1;
  }

  /**
   * Digits in circles, brackets or above the line: a number only where several stand in a row. One
   * alone numbers a list or a note, and so does a row that touches a plain digit.
   */
  private static int styled(char[] from, int i) {
    int first = i;
    while (first > 0 && i - first < LONGEST_ROW && ornamental(from[first - 1])) {
      first--;
    }
    int last = i;
    while (last + 1 < from.length && last - i < LONGEST_ROW && ornamental(from[last + 1])) {
      last++;
    }
    boolean note = first > 0 && Groups.isDigit(from[first - 1]);
    boolean list = last + 1 < from.length && Groups.isDigit(from[last + 1]);
    return first == last || note || list ? from[i] : '0' + Character.getNumericValue(from[i]);
  }

  private static boolean ornamental(char c) {
    if (c < 0xB2 || Character.getType(c) != Character.OTHER_NUMBER) {
      return false;
    }
    int value = Character.getNumericValue(c);
    return value >= 0 && value <= 9;
  }

  private static final int LONGEST_ROW = 24;
  private static final int STYLED = -4;
  private static final int DROP = -1;
  private static final int PAIR = -2;
  private static final int JAMO = -3;

  private static int fold(char c) {
    if (c >= 0xAC00 && c <= 0xD7A3) {
      return c;
    }
    if (c >= 0xFF01 && c <= 0xFF5E) {
      return c - 0xFEE0;
    }
    if (c >= 0x1100 && c <= 0x11FF) {
      return JAMO;
    }
    if (Character.isHighSurrogate(c)) {
      return c == 0xD835 ? PAIR : c;
    }
    if (c >= 0x2000 && c <= 0x206F) {
      return punctuation(c);
    }
    return switch (c) {
      case 0x00A0, 0x3000, 0x1680 -> ' ';
      case 0x0085 -> '\n';
      // strokes through a letter, and what makes a key of it
      case 0x0335,
          0x0336,
          0x0337,
          0x0338,
          0x20E3,
          0x00AD,
          0x034F,
          0x115F,
          0x3164,
          0x180E,
          0xFEFF,
          0xFFA0 ->
          DROP;
      case 0x2212, 0x2500, 0x2501, 0x30FC, 0x3161, 0xFE58, 0xFE63, 0xFF70, 0x02D7, 0x05BE -> '-';
      case 0x00B7, 0x2219, 0x22C5, 0x30FB, 0xFF65, 0x318D, 0x0387, 0xFF61, 0x3002 -> '.';
      case 0x301C, 0x223C -> '~';
      case 0x2215 -> '/';
      case 0xFE6B -> '@';
      default -> {
        if (c >= 0xFE00 && c <= 0xFE0F || c >= 0x17B4 && c <= 0x17B5) {
          yield DROP;
        }
        if (ornamental(c)) {
          yield STYLED;
        }
        int digit = c >= 0x0660 && c < 0x2000 || c >= 0xA620 ? digit(c) : -1;
        yield digit < 0 ? c : '0' + digit;
      }
    };
  }

  /** The block of general punctuation. */
  private static int punctuation(char c) {
    if (c <= 0x200A || c == 0x202F || c == 0x205F) {
      return ' ';
    }
    if (c <= 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2060) {
      return DROP;
    }
    if (c <= 0x2015 || c == 0x2043) {
      return '-';
    }
    return switch (c) {
      case 0x2022, 0x2024, 0x2027 -> '.';
      case 0x2028, 0x2029 -> '\n';
      case 0x2044 -> '/';
      default -> c;
    };
  }
}
