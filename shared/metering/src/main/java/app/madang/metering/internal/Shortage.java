package app.madang.metering.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What waiting requests lack, and what was set aside for them meanwhile. */
final class Shortage {

  private final List<Want> wants = new ArrayList<>();
  private final List<long[]> held = new ArrayList<>();
  private final Map<AccountKey, Integer> numbers = new LinkedHashMap<>();
  private final List<Long> ahead = new ArrayList<>();
  private final List<Integer> requests = new ArrayList<>();
  private final List<Integer> accountNumbers = new ArrayList<>();
  private final List<Long> needs = new ArrayList<>();
  private final List<Long> totals = new ArrayList<>();

  /**
   * Adds a request.
   *
   * @param taken what was held for it, by level
   */
  void add(Want want, long[] taken) {
    wants.add(want);
    held.add(taken);
    for (int level = 0; level < taken.length; level++) {
      long need = want.amount() - taken[level];
      if (need > 0) {
        int number = numbers.computeIfAbsent(want.levels().get(level), key -> numbers.size() + 1);
        if (number > totals.size()) {
          totals.add(0L);
        }
        totals.set(number - 1, totals.get(number - 1) + need);
        requests.add(wants.size());
        accountNumbers.add(number);
        needs.add(need);
      }
    }
  }

  /** What all requests together lack in the account of a number. */
  long total(int number) {
    return totals.get(number - 1);
  }

  boolean isEmpty() {
    return wants.isEmpty();
  }

  /** The accounts; the first has number 1. */
  List<AccountKey> accounts() {
    return List.copyOf(numbers.keySet());
  }

  List<Want> wants() {
    return wants;
  }

  List<long[]> held() {
    return held;
  }

  List<Long> ahead() {
    return ahead;
  }

  List<Integer> requests() {
    return requests;
  }

  List<Integer> accountNumbers() {
    return accountNumbers;
  }

  List<Long> needs() {
    return needs;
  }
}
