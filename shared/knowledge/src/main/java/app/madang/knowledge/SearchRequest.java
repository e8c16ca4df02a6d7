package app.madang.knowledge;

import app.madang.contracts.Clearance;
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
 * @param data who may see the text: a vendor that is cleared for less is not asked about it
 */
public record SearchRequest(
    String text,
    List<UUID> collectionIds,
    int limit,
    SearchFilter filter,
    Sides sides,
    Clearance data) {

  /** What people ask of themselves, which the company may see. */
  public SearchRequest(
      String text, List<UUID> collectionIds, int limit, SearchFilter filter, Sides sides) {
    this(text, collectionIds, limit, filter, sides, Clearance.INTERNAL);
  }

  /** What people ask: by words and by meaning, in every document. */
  public SearchRequest(String text, List<UUID> collectionIds, int limit) {
    this(text, collectionIds, limit, SearchFilter.NONE, Sides.BOTH);
  }

  /** The same, asked with what was read before. */
  public SearchRequest of(Clearance data) {
    return new SearchRequest(text, collectionIds, limit, filter, sides, data);
  }
}
