package app.madang.knowledge.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The company's acronyms and other words for the same: a question that has one of them also looks
 * for the others, which count less. Read again every few seconds.
 */
final class Glossary {

  /** So much of an asked-for word all words of one added form count together, and a bit less. */
  private static final double ADDED = 0.8;

  private static final Duration FRESH = Duration.ofSeconds(5);

  private static final String READ =
      "SELECT term, synonyms FROM knowledge.glossary ORDER BY term LIMIT 5000";

  private final JdbcClient jdbc;
  private final TermAnalyzer analyzer;
  private volatile Kept kept = new Kept(List.of(), Long.MIN_VALUE);

  Glossary(JdbcClient jdbc, TermAnalyzer analyzer) {
    this.jdbc = jdbc;
    this.analyzer = analyzer;
  }

  /** One entry; each form as the index knows its words. */
  private record Entry(String term, List<Map<Long, String>> forms) {}

  private record Kept(List<Entry> entries, long until) {}

  QueryTerms expand(QueryTerms question) {
    QueryTerms expanded = question;
    for (Entry entry : entries()) {
      for (Map<Long, String> form : entry.forms()) {
        // only the question's own words call for others, so that entries do not chain
        if (question.hasAll(form.keySet())) {
          for (Map<Long, String> other : entry.forms()) {
            // a long name must not outweigh the short one that was asked for
            expanded = expanded.with(other, ADDED / (other.size() + 1), entry.term());
          }
        }
      }
    }
    return expanded;
  }

  private List<Entry> entries() {
    Kept known = kept;
    long now = System.nanoTime();
    if (known.until() == Long.MIN_VALUE || now - known.until() > 0) {
      known = new Kept(read(), now + FRESH.toNanos());
      kept = known;
    }
    return known.entries();
  }

  private List<Entry> read() {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    jdbc.sql(READ)
        .query(
            row -> {
              List<String> forms = new ArrayList<>();
              forms.add(row.getString("term"));
              forms.addAll(List.of((String[]) row.getArray("synonyms").getArray()));
              rows.put(row.getString("term"), forms);
            });
    List<Entry> entries = new ArrayList<>();
    rows.forEach(
        (term, forms) ->
            entries.add(
                new Entry(
                    term,
                    forms.stream()
                        .map(form -> analyzer.question(form, 20).texts())
                        .filter(words -> !words.isEmpty())
                        .toList())));
    return entries;
  }
}
