package app.madang.toolbox;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A short text in Korean, English or both. */
public record Label(@Nullable String ko, @Nullable String en) {

  /** In the reader's language, else in the other; empty when it is said in neither. */
  public String in(Locale locale) {
    String first = locale.getLanguage().equals("en") ? en : ko;
    String other = locale.getLanguage().equals("en") ? ko : en;
    return first != null ? first : other != null ? other : "";
  }

  /** What stands for it whoever reads it: the Korean words, else the English. */
  String canonical() {
    return in(Locale.KOREAN);
  }

  Label stripped() {
    return new Label(stripped(ko), stripped(en));
  }

  private static @Nullable String stripped(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  boolean isEmpty() {
    return ko == null && en == null;
  }

  boolean isLongerThan(int most) {
    return ko != null && ko.length() > most || en != null && en.length() > most;
  }
}
