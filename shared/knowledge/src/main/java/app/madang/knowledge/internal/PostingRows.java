package app.madang.knowledge.internal;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The postings of a block as they are stored: a row holds the words whose numbers begin with the
 * same bits. Each word is six bytes of its number, how many passages have it, and four bytes for
 * each of those: place, how often, words of the passage.
 */
final class PostingRows {

  /** As many passages as share rows; a place is a byte. */
  static final int PASSAGES = 200;

  private static final int MOST_BITS = 20;

  /** The index carries the row, and takes no more. */
  private static final int MOST_BYTES = 2600;

  private static final int MOST_WORDS = 16;
  private static final int NUMBER = 6;
  private static final int ENTRY = 4;

  private PostingRows() {}

  /** Takes one word's entry. */
  interface Entries {
    void accept(int place, int frequency, int length);
  }

  /** Rows of a block by slot, from the words of its passages in the order of their places. */
  static Map<Integer, byte[]> of(List<Terms> passages) {
    Map<Long, ByteArrayOutputStream> words = new TreeMap<>(Long::compareUnsigned);
    for (int place = 0; place < passages.size(); place++) {
      Terms terms = passages.get(place);
      int length = Math.min(terms.length(), 0xffff);
      for (Map.Entry<Long, Integer> term : terms.counts().entrySet()) {
        ByteArrayOutputStream entries =
            words.computeIfAbsent(term.getKey(), _ -> new ByteArrayOutputStream());
        entries.write(place);
        entries.write(Math.min(term.getValue(), 0xff));
        entries.write(length >> 8);
        entries.write(length);
      }
    }
    int bits = bits(words.size(), passages.size());
    Map<Integer, ByteArrayOutputStream> rows = rows(words, bits);
    while (bits < MOST_BITS && rows.values().stream().anyMatch(row -> row.size() > MOST_BYTES)) {
      rows = rows(words, ++bits);
    }
    Map<Integer, byte[]> bytes = new TreeMap<>();
    rows.forEach((slot, row) -> bytes.put(slot, row.toByteArray()));
    return bytes;
  }

  private static Map<Integer, ByteArrayOutputStream> rows(
      Map<Long, ByteArrayOutputStream> words, int bits) {
    Map<Integer, ByteArrayOutputStream> rows = new TreeMap<>();
    words.forEach(
        (term, entries) -> {
          ByteArrayOutputStream row =
              rows.computeIfAbsent(slot(term, bits), _ -> new ByteArrayOutputStream());
          for (int shift = (NUMBER - 1) * 8; shift >= 0; shift -= 8) {
            row.write((int) (term >> shift));
          }
          row.write(entries.size() / ENTRY);
          row.writeBytes(entries.toByteArray());
        });
    return rows;
  }

  /** Where a word can be: a slot for each number of bits. */
  static List<Integer> slots(long term) {
    return IntStream.rangeClosed(0, MOST_BITS).mapToObj(bits -> slot(term, bits)).toList();
  }

  /**
   * Few passages give few words a row: a search would read a row of each small document, whether it
   * has the word or not.
   */
  private static int bits(int words, int passages) {
    int row = Math.clamp(passages / 8, 1, MOST_WORDS);
    int bits = 0;
    while (bits < MOST_BITS && (row << bits) < words) {
      bits++;
    }
    return bits;
  }

  private static int slot(long term, int bits) {
    return (1 << bits) | (bits == 0 ? 0 : (int) (term >>> (64 - bits)));
  }

  /** Where a word's count stands in a row; -1 when the row has not got the word. */
  static int find(byte[] row, long term) {
    int at = 0;
    while (at < row.length) {
      if (isAt(row, at, term)) {
        return at + NUMBER;
      }
      at += NUMBER + 1 + (row[at + NUMBER] & 0xff) * ENTRY;
    }
    return -1;
  }

  private static boolean isAt(byte[] row, int at, long term) {
    for (int i = 0; i < NUMBER; i++) {
      if (row[at + i] != (byte) (term >> ((NUMBER - 1 - i) * 8))) {
        return false;
      }
    }
    return true;
  }

  /** How many passages of the block have the word. */
  static int count(byte[] row, int found) {
    return row[found] & 0xff;
  }

  /** The word's entries. */
  static void each(byte[] row, int found, Entries entries) {
    int end = found + 1 + count(row, found) * ENTRY;
    for (int at = found + 1; at < end; at += ENTRY) {
      entries.accept(
          row[at] & 0xff, row[at + 1] & 0xff, (row[at + 2] & 0xff) << 8 | (row[at + 3] & 0xff));
    }
  }
}
