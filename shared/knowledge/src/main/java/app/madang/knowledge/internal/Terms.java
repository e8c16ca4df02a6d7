package app.madang.knowledge.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The words of a text, as the index knows them.
 *
 * @param length how many words, repeated ones counted
 * @param counts how often each term occurs, by its id
 */
record Terms(int length, Map<Long, Integer> counts) {

  /** The first so many different terms, in the order of the text. */
  Terms first(int most) {
    if (counts.size() <= most) {
      return this;
    }
    Map<Long, Integer> kept = new LinkedHashMap<>();
    counts.entrySet().stream().limit(most).forEach(e -> kept.put(e.getKey(), e.getValue()));
    return new Terms(kept.values().stream().mapToInt(Integer::intValue).sum(), kept);
  }

  long[] ids() {
    return counts.keySet().stream().mapToLong(Long::longValue).toArray();
  }

  double[] frequencies() {
    return counts.values().stream().mapToDouble(Integer::doubleValue).toArray();
  }

  /** An SQL array literal of the term ids. */
  String idLiteral() {
    return Arrays.toString(ids()).replace('[', '{').replace(']', '}');
  }

  /** An SQL array literal of the counts, in the order of the ids; a smallint holds each. */
  String countLiteral() {
    int[] capped = counts.values().stream().mapToInt(n -> Math.min(n, Short.MAX_VALUE)).toArray();
    return Arrays.toString(capped).replace('[', '{').replace(']', '}');
  }
}
