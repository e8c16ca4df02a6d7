package app.madang.knowledge;

/** Folds the append-only word statistics, so that sums stay short. */
public interface StatisticsCompactor {

  /**
   * Folds them, in the caller's transaction; another compactor at work makes it do nothing.
   *
   * @return how many rows are gone
   */
  int compact();
}
