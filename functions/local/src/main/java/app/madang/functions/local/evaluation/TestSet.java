package app.madang.functions.local.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Documents, questions, and which documents answer which question.
 *
 * @param documents by their ids
 * @param questions texts by their ids, those that something answers
 * @param relevant how well each document answers, above 0, by question and document
 */
record TestSet(
    List<SourceDocument> documents,
    Map<String, String> questions,
    Map<String, Map<String, Integer>> relevant) {

  /** A document as the set has it; the title may be empty. */
  record SourceDocument(String id, String title, String text) {}

  /** The questions that can be measured: those for which some document is relevant. */
  TestSet answerable() {
    Map<String, String> kept = new LinkedHashMap<>(questions);
    kept.keySet().retainAll(relevant.keySet());
    return new TestSet(documents, kept, relevant);
  }
}
