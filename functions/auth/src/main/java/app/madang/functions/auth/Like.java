package app.madang.functions.auth;

import org.jspecify.annotations.Nullable;

/** {@code LIKE} patterns in which the person's own % and _ are letters. */
final class Like {

  private Like() {}

  static String containing(@Nullable String words) {
    if (words == null || words.isBlank()) {
      return "%";
    }
    return "%" + words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
