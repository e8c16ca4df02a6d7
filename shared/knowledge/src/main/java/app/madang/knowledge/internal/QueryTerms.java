package app.madang.knowledge.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The words of a question, as the index knows them.
 *
 * @param weights how much each counts, by its id: its frequency, or less when the glossary added it
 * @param texts the words themselves
 * @param addedBy the glossary's entry, for words that are not the question's own
 */
record QueryTerms(Map<Long, Double> weights, Map<Long, String> texts, Map<Long, String> addedBy) {

  boolean isEmpty() {
    return weights.isEmpty();
  }

  boolean hasAll(Collection<Long> ids) {
    return !ids.isEmpty() && weights.keySet().containsAll(ids);
  }

  Long[] ids() {
    return weights.keySet().toArray(Long[]::new);
  }

  /** The same question in another analysis's words, too; what both have counts once. */
  QueryTerms or(QueryTerms other) {
    Map<Long, Double> allWeights = new LinkedHashMap<>(weights);
    Map<Long, String> allTexts = new LinkedHashMap<>(texts);
    other.weights.forEach(allWeights::putIfAbsent);
    other.texts.forEach(allTexts::putIfAbsent);
    return new QueryTerms(allWeights, allTexts, addedBy);
  }

  /** With words that were not asked for, which count less than those that were. */
  QueryTerms with(Map<Long, String> more, double weight, String entry) {
    Map<Long, Double> allWeights = new LinkedHashMap<>(weights);
    Map<Long, String> allTexts = new LinkedHashMap<>(texts);
    Map<Long, String> allAdded = new LinkedHashMap<>(addedBy);
    more.forEach(
        (id, text) -> {
          if (allWeights.putIfAbsent(id, weight) == null) {
            allTexts.put(id, text);
            allAdded.put(id, entry);
          }
        });
    return new QueryTerms(allWeights, allTexts, allAdded);
  }
}
