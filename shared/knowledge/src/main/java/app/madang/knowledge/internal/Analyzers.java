package app.madang.knowledge.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * The analysis that makes words now, and earlier ones that postings may still be of. While an index
 * moves, a question is put in the words of each version that is there; what they agree on counts
 * once. So every passage is found all the time by the words that it was given; how rare a word is
 * that only one version makes is counted among that version's postings, until the move is done.
 *
 * @param earlier none while every index has moved
 */
record Analyzers(TermAnalyzer current, List<TermAnalyzer> earlier) {

  /** What this code knows. */
  static Analyzers known() {
    return new Analyzers(new TermAnalyzer(), List.of());
  }

  Integer[] earlierVersions() {
    return earlier.stream().map(TermAnalyzer::version).toArray(Integer[]::new);
  }

  /** Those that postings of these versions are found by; the current one always is. */
  List<TermAnalyzer> of(List<Integer> versions) {
    List<TermAnalyzer> all = new ArrayList<>();
    all.add(current);
    earlier.stream().filter(one -> versions.contains(one.version())).forEach(all::add);
    return all;
  }
}
