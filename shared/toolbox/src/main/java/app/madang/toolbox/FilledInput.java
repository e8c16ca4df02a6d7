package app.madang.toolbox;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A field as it was filled, which fits the form that it was filled in.
 *
 * @param label what the person read
 * @param value empty with a picture
 * @param fileName of a file whose text the value is; null for none
 * @param imageId of a picture; null for none
 * @param characters how many the whole document has, where the value is only its beginning; null
 *     where it is whole
 */
public record FilledInput(
    String name,
    String label,
    String value,
    @Nullable String fileName,
    @Nullable UUID imageId,
    @Nullable Integer characters) {

  static FilledInput of(ToolInput input, InputValue given, Locale locale) {
    String value = given.value() == null ? "" : given.value().strip();
    String file = given.fileName();
    // a name is shown in one line
    String name = file == null ? null : file.replaceAll("\\p{Cntrl}", " ").strip();
    Integer whole = given.characters();
    return new FilledInput(
        input.name(),
        input.label().in(locale),
        value,
        name,
        given.imageId(),
        whole != null && whole > given.length() ? whole : null);
  }

  /** What people read of a filled form, a line a field; files stand by their names. */
  public static String read(List<FilledInput> filled) {
    StringBuilder text = new StringBuilder();
    for (FilledInput each : filled) {
      String shown = each.fileName != null ? each.fileName : each.imageId != null ? "" : each.value;
      text.append(text.isEmpty() ? "" : "\n").append(each.label);
      if (!shown.isEmpty()) {
        text.append(shown.contains("\n") ? ":\n" : ": ").append(shown);
      }
    }
    return text.toString();
  }

  /** The same as data for a model: no value can end its own field. */
  public static String told(List<FilledInput> filled) {
    StringBuilder text = new StringBuilder("<form>\n");
    for (FilledInput each : filled) {
      text.append("<field name=\"")
          .append(each.name)
          .append("\" label=\"")
          .append(attribute(each.label))
          .append('"');
      if (each.fileName != null) {
        text.append(" file=\"").append(attribute(each.fileName)).append('"');
      }
      if (each.characters != null) {
        text.append(" cut=\"only the first ")
            .append(each.value.length())
            .append(" of ")
            .append(each.characters)
            .append(" characters; say so where it matters\"");
      }
      text.append(">\n")
          .append(each.imageId == null ? closed(each.value) : "(picture)")
          .append("\n</field>\n");
    }
    return text.append("</form>").toString();
  }

  private static String attribute(String text) {
    return text.replace('"', '\'').replace('<', '(').replace('>', ')');
  }

  private static String closed(String value) {
    return value.replaceAll("(?i)<(?=\\s*/?\\s*(?:field|form|passage)\\b)", "&lt;");
  }
}
