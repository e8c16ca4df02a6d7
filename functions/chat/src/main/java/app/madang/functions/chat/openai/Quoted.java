package app.madang.functions.chat.openai;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/** JSON strings, made without a tree: a stream has one a token. */
final class Quoted {

  private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

  private Quoted() {}

  /** What stands between the quotes, in UTF-8. */
  static byte[] utf8(String text) {
    return ENCODER.quoteAsUTF8(text);
  }

  static String of(@Nullable String text) {
    return text == null ? "null" : "\"" + new String(ENCODER.quoteAsCharArray(text)) + "\"";
  }
}
