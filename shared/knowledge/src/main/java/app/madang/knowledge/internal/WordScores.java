package app.madang.knowledge.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Adds up BM25 for one question. How many passages have a word is known when all rows are read. */
final class WordScores {

  /** A passage by its block and its place there. */
  record Scored(int block, int place, double score) {}

  /** As an index gives them that was filled in this order. */
  private static final Comparator<Scored> WORST_FIRST =
      Comparator.comparingDouble(Scored::score)
          .thenComparing(
              Comparator.comparingInt(Scored::block).thenComparingInt(Scored::place).reversed());

  /** A row that has a word: where is its count. */
  private record Found(int block, byte[] row, int at) {}

  private static final class Word {
    private final long id;
    private final double count;
    private final List<Found> rows = new ArrayList<>();
    private long passages;

    Word(long id, double count) {
      this.id = id;
      this.count = count;
    }
  }

  private final Map<Integer, List<Word>> slots = new HashMap<>();
  private final Map<Long, Word> words = new HashMap<>();

  WordScores(QueryTerms terms) {
    terms
        .weights()
        .forEach(
            (id, count) -> {
              Word word = new Word(id, count);
              words.put(id, word);
              PostingRows.slots(id)
                  .forEach(slot -> slots.computeIfAbsent(slot, _ -> new ArrayList<>()).add(word));
            });
  }

  /** A row of postings; of what a filter leaves out only the number counts. */
  void add(int slot, int block, byte[] row, boolean admitted) {
    for (Word word : slots.getOrDefault(slot, List.of())) {
      int found = PostingRows.find(row, word.id);
      if (found >= 0) {
        word.passages += PostingRows.count(row, found);
        if (admitted) {
          word.rows.add(new Found(block, row, found));
        }
      }
    }
  }

  /** How many passages of the scope have a word. */
  long passagesWith(long id) {
    Word word = words.get(id);
    return word == null ? 0 : word.passages;
  }

  /** What a passage gains by a word, before its frequency and length count. */
  double weight(long id, Scope scope) {
    Word word = words.get(id);
    return word == null ? 0 : weight(word, scope);
  }

  private static double weight(Word word, Scope scope) {
    double others = Math.max(scope.passages() - word.passages, 0);
    return word.count * Math.log(1 + (others + 0.5) / (word.passages + 0.5));
  }

  /** The best so many, best first. */
  List<Scored> best(Scope scope, int limit) {
    Map<Integer, double[]> blocks = new HashMap<>();
    double flat = WordSearch.K1 * (1 - WordSearch.B);
    double slope = WordSearch.K1 * WordSearch.B / scope.averageLength();
    for (Word word : words.values()) {
      double weight = weight(word, scope) * (WordSearch.K1 + 1);
      for (Found found : word.rows) {
        double[] scores =
            blocks.computeIfAbsent(found.block, _ -> new double[PostingRows.PASSAGES]);
        PostingRows.each(
            found.row,
            found.at,
            (place, frequency, length) ->
                scores[place] += weight * frequency / (frequency + flat + slope * length));
      }
    }
    PriorityQueue<Scored> best = new PriorityQueue<>(WORST_FIRST);
    blocks.forEach(
        (block, scores) -> {
          for (int place = 0; place < scores.length; place++) {
            if (scores[place] > 0) {
              offer(best, new Scored(block, place, scores[place]), limit);
            }
          }
        });
    return best.stream().sorted(WORST_FIRST.reversed()).toList();
  }

  private static void offer(PriorityQueue<Scored> best, Scored scored, int limit) {
    Scored worst = best.peek();
    if (best.size() < limit) {
      best.add(scored);
    } else if (worst != null && WORST_FIRST.compare(worst, scored) < 0) {
      best.poll();
      best.add(scored);
    }
  }
}
