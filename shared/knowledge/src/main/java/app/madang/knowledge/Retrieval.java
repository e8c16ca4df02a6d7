package app.madang.knowledge;

/** Finds passages among those that the caller may read. */
public interface Retrieval {

  /** Searches by words, and by meaning where a model can; opens its own read transactions. */
  SearchOutcome search(SearchRequest request);

  /** The same search, with everything that decided it. Slower; for who looks into a search. */
  Inspection inspect(InspectionRequest request);
}
