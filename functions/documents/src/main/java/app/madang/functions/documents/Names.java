package app.madang.functions.documents;

import app.madang.runtime.ProblemException;
import java.util.regex.Pattern;

/** Names of files and folders: any letters, but nothing that hides or turns them around. */
final class Names {

  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

  private Names() {}

  static boolean odd(String name) {
    return CONTROL.matcher(name).find();
  }

  /** A name that nobody can be asked to mend: without what is odd, as long as may be. */
  static String clean(String name) {
    String plain = CONTROL.matcher(name).replaceAll(" ").strip();
    int end = Math.min(plain.length(), 255);
    return plain.substring(
        0,
        end < plain.length() && Character.isHighSurrogate(plain.charAt(end - 1)) ? end - 1 : end);
  }

  static String checked(String field, String name) {
    if (odd(name)) {
      throw ProblemException.field(field, Words.of("file_name"));
    }
    return name.strip();
  }
}
