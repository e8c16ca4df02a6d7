package app.madang.functions.ingestion.parse;

import org.jspecify.annotations.Nullable;

/** Where in the file a block stands; what the format does not have is null. */
public record Place(@Nullable Integer page, @Nullable Integer slide, @Nullable String sheet) {

  /** Nowhere in particular. */
  public static final Place NONE = new Place(null, null, null);

  static Place page(int number) {
    return new Place(number, null, null);
  }

  static Place slide(int number) {
    return new Place(null, number, null);
  }

  static Place sheet(String name) {
    return new Place(null, null, name);
  }
}
