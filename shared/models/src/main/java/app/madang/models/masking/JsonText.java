package app.madang.models.masking;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Just enough JSON to change strings in place: everything else stays byte for byte. */
final class JsonText {

  private static final int DEEPEST = 200;

  private final String json;
  private final Collection<String> fields;
  private final UnaryOperator<String> change;
  private final StringBuilder out;
  private int at;

  private JsonText(String json, Collection<String> fields, UnaryOperator<String> change) {
    this.json = json;
    this.fields = fields;
    this.change = change;
    this.out = new StringBuilder(json.length() + 64);
  }

  /** Changes the string values at or below the named fields. */
  static String mapStrings(String json, Collection<String> fields, UnaryOperator<String> change) {
    JsonText text = new JsonText(json, fields, change);
    text.value(false, 0);
    text.space();
    if (text.at < json.length()) {
      throw text.wrong();
    }
    return text.out.toString();
  }

  /** Changes every string value. */
  static String mapAllStrings(String json, UnaryOperator<String> change) {
    JsonText text = new JsonText(json, java.util.List.of(), change);
    text.value(true, 0);
    text.space();
    if (text.at < json.length()) {
      throw text.wrong();
    }
    return text.out.toString();
  }

  /** An object whose values are all strings. */
  static Map<String, String> flat(String json) {
    Map<String, String> entries = new LinkedHashMap<>();
    JsonText text = new JsonText(json, java.util.List.of(), UnaryOperator.identity());
    text.space();
    text.take('{');
    text.space();
    boolean first = true;
    while (!text.tries('}')) {
      if (!first) {
        text.take(',');
        text.space();
      }
      first = false;
      String name = text.string();
      text.space();
      text.take(':');
      text.space();
      entries.put(name, text.string());
      text.space();
    }
    return entries;
  }

  static String write(Map<String, String> entries) {
    StringBuilder out = new StringBuilder("{");
    entries.forEach(
        (name, value) -> {
          if (out.length() > 1) {
            out.append(',');
          }
          quote(name, out);
          out.append(':');
          quote(value, out);
        });
    return out.append('}').toString();
  }

  private void value(boolean wanted, int depth) {
    space();
    if (at >= json.length() || depth > DEEPEST) {
      throw wrong();
    }
    char c = json.charAt(at);
    if (c == '{' || c == '[') {
      members(c == '{', wanted, depth);
    } else if (c == '"') {
      int from = at;
      String text = string();
      String changed = wanted ? change.apply(text) : text;
      if (changed.equals(text)) {
        out.append(json, from, at);
      } else {
        quote(changed, out);
      }
    } else {
      int from = at;
      while (at < json.length() && ",]} \t\r\n".indexOf(json.charAt(at)) < 0) {
        at++;
      }
      if (at == from) {
        throw wrong();
      }
      out.append(json, from, at);
    }
  }

  private void members(boolean object, boolean wanted, int depth) {
    copy();
    space();
    char close = object ? '}' : ']';
    if (at < json.length() && json.charAt(at) == close) {
      copy();
      return;
    }
    while (true) {
      boolean inside = wanted;
      space();
      if (object) {
        int from = at;
        inside |= fields.contains(string());
        out.append(json, from, at);
        space();
        expect(':');
      }
      value(inside, depth + 1);
      space();
      if (at < json.length() && json.charAt(at) == close) {
        copy();
        return;
      }
      expect(',');
    }
  }

  private void expect(char c) {
    if (at >= json.length() || json.charAt(at) != c) {
      throw wrong();
    }
    copy();
  }

  private void copy() {
    out.append(json.charAt(at++));
  }

  private void take(char c) {
    if (!tries(c)) {
      throw wrong();
    }
  }

  private boolean tries(char c) {
    if (at < json.length() && json.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void space() {
    while (at < json.length() && " \t\r\n".indexOf(json.charAt(at)) >= 0) {
      out.append(json.charAt(at++));
    }
  }

  private String string() {
    take('"');
    StringBuilder text = new StringBuilder();
    while (at < json.length()) {
      char c = json.charAt(at++);
      if (c == '"') {
        return text.toString();
      }
      text.append(c == '\\' ? escaped() : c);
    }
    throw wrong();
  }

  private char escaped() {
    if (at >= json.length()) {
      throw wrong();
    }
    char c = json.charAt(at++);
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case '"', '\\', '/' -> c;
      case 'u' -> {
        if (at + 4 > json.length()) {
          throw wrong();
        }
        int code = 0;
        for (int i = 0; i < 4; i++) {
          int digit = Character.digit(json.charAt(at++), 16);
          if (digit < 0) {
            throw wrong();
          }
          code = code * 16 + digit;
        }
        yield (char) code;
      }
      default -> throw wrong();
    };
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private IllegalArgumentException wrong() {
    return new IllegalArgumentException("no JSON at character " + at);
  }
}
