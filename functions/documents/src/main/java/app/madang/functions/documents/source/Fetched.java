package app.madang.functions.documents.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading an item came to.
 *
 * @param code why there is no document, when it was left out or failed
 * @param links further items that it leads to; null when those known hold
 */
public record Fetched(
    Outcome outcome,
    @Nullable String code,
    String name,
    String contentType,
    @Nullable String revision,
    @Nullable List<String> links) {

  /** How it went. */
  public enum Outcome {
    /** The file has its bytes. */
    READ,
    /** As it was. */
    UNCHANGED,
    /** Rightly no document. */
    LEFT_OUT,
    /** No longer there. */
    GONE,
    /** May come next time; the document stays. */
    FAILED
  }

  static Fetched read(String name, String type, @Nullable String revision, List<String> links) {
    return new Fetched(Outcome.READ, null, name, type, revision, links);
  }

  static Fetched of(Outcome outcome) {
    return new Fetched(outcome, null, "", "", null, null);
  }

  static Fetched leftOut(String code, List<String> links) {
    return new Fetched(Outcome.LEFT_OUT, code, "", "", null, links);
  }

  /** An item that could not be read this time. */
  public static Fetched failed(String code) {
    return new Fetched(Outcome.FAILED, code, "", "", null, null);
  }
}
