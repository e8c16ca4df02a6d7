package app.madang.knowledge;

import java.util.List;
import java.util.UUID;

/**
 * A question to the documents.
 *
 * @param text in a person's words
 * @param collectionIds where to look; empty means everywhere that the caller may read
 * @param limit how many hits at most
 * @param filter which documents
 * @param sides both, unless somebody measures
 */
public record SearchRequest(
    String text, List<UUID> collectionIds, int limit, SearchFilter filter, Sides sides) {

  /** What people ask: by words and by meaning, in every document. */
  public SearchRequest(String text, List<UUID> collectionIds, int limit) {
    this(text, collectionIds, limit, SearchFilter.NONE, Sides.BOTH);
  }
}
