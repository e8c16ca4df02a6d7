package app.madang.knowledge.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements that a search is made of. */
record SearchSteps(
    JdbcClient jdbc, Glossary glossary, WordSearch words, MeaningSearch meaning, Hits hits) {

  Scope scope(List<UUID> collectionIds) {
    return Scope.read(jdbc, collectionIds);
  }

  /** The question's words and what the glossary adds to them. */
  QueryTerms terms(String text) {
    return glossary.expand(words.terms(text));
  }
}
