package app.madang.runtime;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The caller's language: Korean unless English is preferred. */
public final class Locales {

  private static final ScopedValue<Locale> CURRENT = ScopedValue.newInstance();
  private static final List<Locale> SUPPORTED = List.of(Locale.KOREAN, Locale.ENGLISH);

  private Locales() {}

  /** The language of this call. */
  public static Locale current() {
    return CURRENT.isBound() ? CURRENT.get() : Locale.KOREAN;
  }

  /** Runs work in a language. */
  public static void runIn(Locale locale, Runnable work) {
    ScopedValue.where(CURRENT, locale).run(work);
  }

  /** Chooses by an {@code Accept-Language} header; odd headers count as none. */
  public static Locale choose(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.length() > 200) {
      return Locale.KOREAN;
    }
    try {
      Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SUPPORTED);
      return found == null ? Locale.KOREAN : found;
    } catch (IllegalArgumentException e) {
      return Locale.KOREAN;
    }
  }
}
