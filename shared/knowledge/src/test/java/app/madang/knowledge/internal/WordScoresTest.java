package app.madang.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordScoresTest {

  private static final TermAnalyzer ANALYZER = new TermAnalyzer();
  private static final Scope SCOPE = new Scope(new Long[] {1L}, 1000, 12_000, List.of(ANALYZER));

  private record Row(int slot, int block, byte[] words) {}

  @Test
  void whatIsTooMuchToKeepIsReadTwiceWithTheSameResult() {
    QueryTerms question = question(30);
    List<Row> rows = rows(question, 200, 5);
    WordScores kept = new WordScores(question);
    rows.forEach(row -> kept.add(row.slot(), row.block(), row.words(), row.block() % 7 != 0));
    assertThat(kept.isTooMuch()).isFalse();
    WordScores counted = new WordScores(question, 1000);
    rows.forEach(row -> counted.add(row.slot(), row.block(), row.words(), row.block() % 7 != 0));
    assertThat(counted.isTooMuch()).isTrue();
    counted.addUp(SCOPE);
    rows.forEach(row -> counted.add(row.slot(), row.block(), row.words(), row.block() % 7 != 0));
    List<WordScores.Scored> one = kept.best(SCOPE, 50);
    List<WordScores.Scored> other = counted.best(SCOPE, 50);
    assertThat(one).hasSize(50);
    for (int i = 0; i < one.size(); i++) {
      assertThat(other.get(i).score()).isCloseTo(one.get(i).score(), within(1e-9));
    }
    question
        .weights()
        .keySet()
        .forEach(id -> assertThat(counted.passagesWith(id)).isEqualTo(kept.passagesWith(id)));
  }

  @Test
  void aPastedPageOverManySmallDocumentsStaysSmall() {
    QueryTerms question = question(100);
    List<Row> rows = rows(question, 100, 1);
    WordScores scores = new WordScores(question);
    long before = used();
    for (int copy = 0; copy < 3000; copy++) {
      for (Row row : rows) {
        // a row of its own, as the database gives it
        scores.add(row.slot(), copy * 100 + row.block(), row.words().clone(), true);
      }
    }
    if (scores.isTooMuch()) {
      scores.addUp(SCOPE);
    }
    assertThat(scores.best(SCOPE, 100)).isNotNull();
    assertThat((used() - before) >> 20).as("MB for 300,000 documents").isLessThan(100);
    assertThat(scores.passagesWith(question.weights().keySet().iterator().next())).isPositive();
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static QueryTerms question(int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append("word").append((char) ('a' + i % 26)).append((char) ('a' + i / 26)).append(' ');
    }
    return ANALYZER.question(text.toString(), 100);
  }

  /** Blocks of so many passages, each with a third of the words. */
  private static List<Row> rows(QueryTerms question, int blocks, int passages) {
    Random random = new Random(3);
    List<Row> rows = new ArrayList<>();
    for (int block = 0; block < blocks; block++) {
      List<Terms> texts = new ArrayList<>();
      for (int i = 0; i < passages; i++) {
        Map<Long, Integer> counts = new LinkedHashMap<>();
        question
            .weights()
            .keySet()
            .forEach(
                id -> {
                  if (random.nextInt(3) == 0) {
                    counts.put(id, 1 + random.nextInt(4));
                  }
                });
        texts.add(new Terms(counts.values().stream().mapToInt(n -> n).sum(), counts));
      }
      int number = block;
      PostingRows.of(texts).forEach((slot, words) -> rows.add(new Row(slot, number, words)));
    }
    return rows;
  }
}
