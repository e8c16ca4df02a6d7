package app.madang.knowledge.internal;

import java.util.Arrays;
import java.util.Map;

/**
 * The words of a text, as the index knows them.
 *
 * @param length how many words, repeated ones counted
 * @param counts how often each term occurs, by its id
 */
record Terms(int length, Map<Long, Integer> counts) {

  long[] ids() {
    return counts.keySet().stream().mapToLong(Long::longValue).toArray();
  }

  /** An SQL array literal of the term ids. */
  String idLiteral() {
    return Arrays.toString(ids()).replace('[', '{').replace(']', '}');
  }
}
