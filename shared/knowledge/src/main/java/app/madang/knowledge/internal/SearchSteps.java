package app.madang.knowledge.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements that a search is made of. */
record SearchSteps(JdbcClient jdbc, WordSearch words, MeaningSearch meaning, Hits hits) {

  Scope scope(List<UUID> collectionIds) {
    return Scope.read(jdbc, collectionIds);
  }
}
