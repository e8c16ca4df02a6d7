package app.madang.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostingRowsTest {

  private final Random random = new Random(11);

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 60, 200})
  void eachWordIsFoundInOneOfItsSlotsWithAllItsEntries(int passages) {
    List<Terms> terms = new ArrayList<>();
    Map<Long, List<String>> expected = new HashMap<>();
    long[] vocabulary = random.longs(400).toArray();
    for (int place = 0; place < passages; place++) {
      Map<Long, Integer> counts = new HashMap<>();
      for (int i = 0; i < 90; i++) {
        counts.put(vocabulary[random.nextInt(vocabulary.length)], 1 + random.nextInt(400));
      }
      int length = random.nextInt(70_000);
      terms.add(new Terms(length, counts));
      String where = place + ":";
      counts.forEach(
          (term, count) ->
              expected
                  .computeIfAbsent(term, _ -> new ArrayList<>())
                  .add(where + Math.min(count, 255) + ":" + Math.min(length, 65_535)));
    }
    Map<Integer, byte[]> rows = PostingRows.of(terms);
    for (long term : vocabulary) {
      assertThat(entries(rows, term)).isEqualTo(expected.getOrDefault(term, List.of()));
    }
    assertThat(entries(rows, random.nextLong())).isEmpty();
  }

  @Test
  void noRowIsLongerThanTheIndexTakes() {
    Map<Long, Integer> counts = new HashMap<>();
    random.longs(1500).forEach(term -> counts.put(term, 1));
    List<Terms> same = Collections.nCopies(200, new Terms(1500, counts));
    assertThat(PostingRows.of(same).values())
        .allSatisfy(row -> assertThat(row).hasSizeBetween(1, 2600));
  }

  private static List<String> entries(Map<Integer, byte[]> rows, long term) {
    List<String> entries = new ArrayList<>();
    for (int slot : PostingRows.slots(term)) {
      byte[] row = rows.getOrDefault(slot, new byte[0]);
      int found = PostingRows.find(row, term);
      if (found >= 0) {
        PostingRows.each(
            row, found, (place, count, length) -> entries.add(place + ":" + count + ":" + length));
      }
    }
    return entries;
  }
}
