package app.madang.knowledge;

import app.madang.contracts.Clearance;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passage that answers.
 *
 * @param location where it starts
 * @param parts where each part of it stands; empty when all of it stands in one place
 * @param clearance what its collection is
 * @param score fused, 0 to 1 within one outcome
 * @param words BM25 as a share of the best; null when found by meaning alone
 * @param meaning cosine similarity; null when found by words alone
 * @param relevance as a reranker judged it, 0 to 1, which decided the order; null when none did
 */
public record Hit(
    UUID passageId,
    UUID documentId,
    String documentName,
    Location location,
    @JsonIgnore List<Part> parts,
    String text,
    @JsonIgnore Clearance clearance,
    double score,
    @Nullable Double words,
    @Nullable Double meaning,
    @Nullable Double relevance) {

  /** One that no reranker judged. */
  public Hit(
      UUID passageId,
      UUID documentId,
      String documentName,
      Location location,
      List<Part> parts,
      String text,
      Clearance clearance,
      double score,
      @Nullable Double words,
      @Nullable Double meaning) {
    this(
        passageId,
        documentId,
        documentName,
        location,
        parts,
        text,
        clearance,
        score,
        words,
        meaning,
        null);
  }

  /** The same one, judged. */
  public Hit judged(double judgement) {
    return new Hit(
        passageId,
        documentId,
        documentName,
        location,
        parts,
        text,
        clearance,
        score,
        words,
        meaning,
        judgement);
  }

  /** Where a quotation of this passage starts: its page and the headings right above it. */
  public Location locationOf(String quote) {
    int start = text.indexOf(quote);
    Location found = location;
    for (Part part : parts) {
      if (part.start() <= start) {
        found = part.location();
      }
    }
    return found;
  }
}
