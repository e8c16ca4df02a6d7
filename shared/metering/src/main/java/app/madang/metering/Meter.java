package app.madang.metering;

/** All that an instance meters with; closing it writes what waits and returns unused leases. */
public interface Meter extends AutoCloseable {

  /** Reserves. */
  Budgets budgets();

  /** Writes what nothing was reserved for. */
  UsageLog usage();

  /** Prices. */
  Tariff tariff();

  @Override
  void close();
}
