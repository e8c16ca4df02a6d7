package app.madang.knowledge.internal;

/** Adds up a number for each of many passages, in some 30 bytes each. */
final class PassageSums {

  private static final int FIRST = 1 << 10;

  private long[] keys = new long[FIRST];
  private double[] sums = new double[FIRST];
  private int size;

  interface Sum {
    void accept(int block, int place, double sum);
  }

  void add(int block, int place, double value) {
    // never 0, which is an empty place in the table
    long key = ((long) block << 8 | place) + 1;
    int at = find(key);
    if (keys[at] == 0) {
      keys[at] = key;
      if (++size * 2 > keys.length) {
        grow();
        at = find(key);
      }
    }
    sums[at] += value;
  }

  void each(Sum taker) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        long key = keys[i] - 1;
        taker.accept((int) (key >> 8), (int) (key & 0xff), sums[i]);
      }
    }
  }

  private int find(long key) {
    int mask = keys.length - 1;
    int at = (int) ((key * 0x9E37_79B9_7F4A_7C15L) >>> 32) & mask;
    while (keys[at] != 0 && keys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    double[] oldSums = sums;
    keys = new long[oldKeys.length * 2];
    sums = new double[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int at = find(oldKeys[i]);
        keys[at] = oldKeys[i];
        sums[at] = oldSums[i];
      }
    }
  }
}
