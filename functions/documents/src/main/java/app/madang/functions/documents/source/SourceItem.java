package app.madang.functions.documents.source;

import org.jspecify.annotations.Nullable;

/**
 * Something that a source has.
 *
 * @param id the source's own name for it
 * @param listed its revision by the list; null when only reading tells
 * @param revision the revision that was read last
 * @param access who may read it there; null when the collection's rights hold
 */
public record SourceItem(
    String id,
    String name,
    @Nullable String listed,
    @Nullable String revision,
    int depth,
    @Nullable Access access) {

  /** An item as a list has it. */
  public static SourceItem listed(String id, String name, @Nullable String listed) {
    return new SourceItem(id, name, listed, null, 0, null);
  }
}
