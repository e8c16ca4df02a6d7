package app.madang.models.door;

import app.madang.contracts.Clearance;
import app.madang.metering.Spender;
import app.madang.models.EmbeddingPurpose;
import java.util.List;

/**
 * Texts of the library, or of a search in it, that become vectors.
 *
 * @param model its id; no other answers for it
 * @param dimensions how long the vectors are
 * @param data who may see the texts
 * @param spender who pays: who asked, who brought the document, or the company
 * @param waited whether a person waits, so that a budget may refuse it
 */
public record LibraryRequest(
    String model,
    int dimensions,
    EmbeddingPurpose purpose,
    List<String> texts,
    Clearance data,
    Spender spender,
    boolean waited) {

  /** Copies the list. */
  public LibraryRequest {
    texts = List.copyOf(texts);
  }
}
