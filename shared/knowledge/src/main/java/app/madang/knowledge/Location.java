package app.madang.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in its document a text stands; what the format does not have is null.
 *
 * @param page from 1
 * @param slide from 1
 * @param sheet a spreadsheet's tab
 * @param headings the path of headings, outermost first
 */
public record Location(
    @Nullable Integer page,
    @Nullable Integer slide,
    @Nullable String sheet,
    @Nullable List<String> headings) {

  /** Nowhere in particular: a plain text. */
  public static final Location NONE = new Location(null, null, null, null);
}
