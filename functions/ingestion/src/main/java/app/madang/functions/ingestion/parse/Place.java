package app.madang.functions.ingestion.parse;

import org.jspecify.annotations.Nullable;

/**
 * Where in the file a block stands; what the format does not have is null.
 *
 * @param file the name of the file in the file: an archive's entry, a mail's attachment
 */
public record Place(
    @Nullable Integer page,
    @Nullable Integer slide,
    @Nullable String sheet,
    @Nullable String file) {

  /** Nowhere in particular. */
  public static final Place NONE = new Place(null, null, null);

  /** A place in a file that holds no others. */
  public Place(@Nullable Integer page, @Nullable Integer slide, @Nullable String sheet) {
    this(page, slide, sheet, null);
  }

  static Place page(int number) {
    return new Place(number, null, null);
  }

  static Place slide(int number) {
    return new Place(null, number, null);
  }

  static Place sheet(String name) {
    return new Place(null, null, name);
  }

  /** The same place, in a file in the file. */
  Place within(String name) {
    return new Place(page, slide, sheet, name);
  }
}
