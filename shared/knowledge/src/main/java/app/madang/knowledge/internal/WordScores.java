package app.madang.knowledge.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Adds up BM25 for one question. How many passages have a word is known when all rows are read, so
 * what they say is kept until then, eight bytes for each word of a passage. A pasted page over very
 * many passages would be too much: then it is only counted, and the rows are read once more to be
 * added up as they come.
 */
final class WordScores {

  /** A passage by its block and its place there. */
  record Scored(int block, int place, double score) {}

  /** 32 MB of them. */
  private static final int MOST_ENTRIES = 4_000_000;

  /** As an index gives them that was filled in this order. */
  private static final Comparator<Scored> WORST_FIRST =
      Comparator.comparingDouble(Scored::score)
          .thenComparing(
              Comparator.comparingInt(Scored::block).thenComparingInt(Scored::place).reversed());

  private static final class Word {
    private final long id;
    private final double count;
    private long passages;

    /** block << 32 | place << 24 | how often << 16 | words of the passage. */
    private long[] entries = new long[16];

    private int size;

    Word(long id, double count) {
      this.id = id;
      this.count = count;
    }

    void keep(long entry) {
      if (size == entries.length) {
        entries = Arrays.copyOf(entries, size * 2);
      }
      entries[size++] = entry;
    }

    void forget() {
      entries = new long[0];
      size = 0;
    }
  }

  private final Map<Integer, List<Word>> slots = new HashMap<>();
  private final Map<Long, Word> words = new HashMap<>();

  private final int mostEntries;
  private final PassageSums sums = new PassageSums();
  private int entries;
  private @Nullable Scope adding;

  WordScores(QueryTerms terms) {
    this(terms, MOST_ENTRIES);
  }

  WordScores(QueryTerms terms, int mostEntries) {
    this.mostEntries = mostEntries;
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
      if (found < 0) {
        continue;
      }
      if (adding != null) {
        if (admitted) {
          add(word, block, row, found, adding);
        }
        continue;
      }
      word.passages += PostingRows.count(row, found);
      if (admitted) {
        keep(word, block, row, found);
      }
    }
  }

  private void keep(Word word, int block, byte[] row, int found) {
    boolean already = isTooMuch();
    entries += PostingRows.count(row, found);
    if (!isTooMuch()) {
      PostingRows.each(
          row,
          found,
          (place, frequency, length) ->
              word.keep((long) block << 32 | (long) place << 24 | frequency << 16 | length));
    } else if (!already) {
      words.values().forEach(Word::forget);
    }
  }

  /** Whether the rows must be read once more: they were only counted. */
  boolean isTooMuch() {
    return entries > mostEntries;
  }

  /** From now on rows are added up; all of them were counted. */
  void addUp(Scope scope) {
    adding = scope;
  }

  private void add(Word word, int block, byte[] row, int found, Scope scope) {
    double weight = weight(word, scope) * (WordSearch.K1 + 1);
    PostingRows.each(
        row,
        found,
        (place, frequency, length) ->
            sums.add(block, place, weight * saturated(frequency, length, scope)));
  }

  private static double saturated(int frequency, int length, Scope scope) {
    double flat = WordSearch.K1 * (1 - WordSearch.B);
    double slope = WordSearch.K1 * WordSearch.B / scope.averageLength();
    return frequency / (frequency + flat + slope * length);
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

  /** The best so many, best first; once. */
  List<Scored> best(Scope scope, int limit) {
    for (Word word : words.values()) {
      double weight = weight(word, scope) * (WordSearch.K1 + 1);
      for (int i = 0; i < word.size; i++) {
        long entry = word.entries[i];
        int frequency = (int) (entry >> 16) & 0xff;
        int length = (int) entry & 0xffff;
        sums.add(
            (int) (entry >> 32),
            (int) (entry >> 24) & 0xff,
            weight * saturated(frequency, length, scope));
      }
      word.forget();
    }
    PriorityQueue<Scored> best = new PriorityQueue<>(WORST_FIRST);
    sums.each((block, place, sum) -> offer(best, new Scored(block, place, sum), limit));
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
