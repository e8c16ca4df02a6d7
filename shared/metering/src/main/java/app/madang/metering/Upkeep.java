package app.madang.metering;

/** For the sweep of the function that reports. */
public interface Upkeep {

  /**
   * Makes partitions ahead, drops those that are too old, sums the days that are over, and retires
   * instances that fell silent. Harmless to repeat and to run twice at once.
   */
  void sweep();
}
