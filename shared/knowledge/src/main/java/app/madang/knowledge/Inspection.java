package app.madang.knowledge;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A search, opened.
 *
 * @param terms the question's words as the index knows them
 * @param scope where was looked
 * @param candidates best first
 * @param meaning whether meaning was compared, and if not, why
 * @param chosen about the document that was asked for; null when none was
 */
public record Inspection(
    List<Term> terms,
    Scope scope,
    List<Candidate> candidates,
    Meaning meaning,
    @Nullable Chosen chosen) {

  /** The same search in another order. */
  public Inspection with(List<Candidate> ordered, @Nullable Chosen asked) {
    return new Inspection(terms, scope, ordered, meaning, asked);
  }

  /**
   * A word of the question.
   *
   * @param passages how many passages in scope have it
   * @param weight what a passage gains by it, before its frequency and length count
   * @param addedBy the glossary's entry that added it; null for a word of the question
   */
  public record Term(String text, long passages, double weight, @Nullable String addedBy) {}

  /**
   * Where was looked.
   *
   * @param collections how many the caller may read, of those asked for
   * @param passages how many are in them
   * @param filtered whether a filter left documents out
   */
  public record Scope(int collections, long passages, boolean filtered) {}

  /**
   * A passage and how it came to its rank.
   *
   * @param hit with its scores after fusion
   * @param rank in the end, from 1
   * @param fusedRank after fusion, when a reranker then judged it; else null
   * @param wordsRank by words alone; null when no word found it
   * @param meaningRank by meaning alone; null when meaning did not find it
   * @param bm25 as computed, before it is made a share of the best
   * @param terms the words that it has
   */
  public record Candidate(
      Hit hit,
      int rank,
      @Nullable Integer fusedRank,
      @Nullable Integer wordsRank,
      @Nullable Integer meaningRank,
      @Nullable Double bm25,
      List<String> terms) {

    /** The same one at another place. */
    public Candidate placed(Hit judged, int newRank, @Nullable Integer fused) {
      return new Candidate(judged, newRank, fused, wordsRank, meaningRank, bm25, terms);
    }
  }

  /** Why a document came up or did not. */
  public enum Reason {
    /** It did come up. */
    FOUND,
    /** There is none, or the caller may not read it: nobody learns which. */
    UNKNOWN,
    /** It is not read yet, could not be, or is being deleted. */
    NOT_SEARCHABLE,
    /** It is in a collection that was not searched. */
    OTHER_COLLECTION,
    /** The filter left it out. */
    FILTERED_OUT,
    /** It has no word of the question, and its meaning is not near enough or was not compared. */
    NOTHING_IN_COMMON,
    /** Others are better. */
    OUTRANKED;

    /** As it is written in JSON. */
    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The document that was asked for.
   *
   * @param name null when unknown
   * @param status null when unknown
   * @param wordsRank of its best passage by words; null when it has none of them
   * @param bm25 of that passage
   * @param cosine of its nearest passage; null when meaning was not compared
   */
  public record Chosen(
      UUID documentId,
      Reason reason,
      @Nullable String name,
      @Nullable DocumentStatus status,
      @Nullable Integer wordsRank,
      @Nullable Double bm25,
      @Nullable Double cosine) {

    /** The same document, for another reason. */
    public Chosen because(Reason other) {
      return new Chosen(documentId, other, name, status, wordsRank, bm25, cosine);
    }

    /** One that is not there for the caller. */
    public static Chosen unknown(UUID documentId) {
      return new Chosen(documentId, Reason.UNKNOWN, null, null, null, null, null);
    }
  }
}
