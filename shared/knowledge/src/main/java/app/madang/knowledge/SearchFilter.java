package app.madang.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which documents a search looks into, beside the collections. Values are only ever compared, never
 * put into a statement.
 *
 * @param name a part of the document's name, whatever its case
 * @param formats file name endings such as {@code pdf}; empty means any
 * @param from uploaded then or later
 * @param before uploaded earlier than that
 * @param tags all of which the document has
 * @param metadata all of which is known of the document, word for word
 */
public record SearchFilter(
    @Nullable String name,
    List<String> formats,
    @Nullable Instant from,
    @Nullable Instant before,
    List<String> tags,
    Map<String, String> metadata) {

  /** Without tags and metadata. */
  public SearchFilter(
      @Nullable String name,
      List<String> formats,
      @Nullable Instant from,
      @Nullable Instant before) {
    this(name, formats, from, before, List.of(), Map.of());
  }

  /** Every document. */
  public static final SearchFilter NONE = new SearchFilter(null, List.of(), null, null);

  /** Whether it leaves every document in. */
  public boolean isEmpty() {
    return equals(NONE);
  }
}
