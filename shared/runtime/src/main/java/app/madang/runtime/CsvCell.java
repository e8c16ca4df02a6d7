package app.madang.runtime;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** A cell of text in a file for spreadsheets, by RFC 4180. */
public final class CsvCell {

  private static final String FORMULA_STARTS = "=+-@\t\r\n";

  private CsvCell() {}

  /** Never a formula, and quoted where commas, quotes or lines would end it. */
  public static String of(@Nullable String value) {
    if (value == null || value.isEmpty()) {
      return "";
    }
    // spreadsheets look past blanks, and take full-width signs as signs
    String shown = Normalizer.normalize(value, Normalizer.Form.NFKC).strip();
    boolean formula =
        FORMULA_STARTS.indexOf(value.charAt(0)) >= 0
            || !shown.isEmpty() && FORMULA_STARTS.indexOf(shown.charAt(0)) >= 0;
    String safe = formula ? "'" + value : value;
    if (safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) {
      return '"' + safe.replace("\"", "\"\"") + '"';
    }
    return safe;
  }
}
