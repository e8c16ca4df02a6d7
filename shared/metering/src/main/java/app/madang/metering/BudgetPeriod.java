package app.madang.metering;

import java.time.LocalDate;

/** After which time a budget starts again, in the company's time zone. */
public enum BudgetPeriod {
  DAY {
    @Override
    public LocalDate start(LocalDate day) {
      return day;
    }

    @Override
    public LocalDate next(LocalDate start) {
      return start.plusDays(1);
    }
  },
  MONTH {
    @Override
    public LocalDate start(LocalDate day) {
      return day.withDayOfMonth(1);
    }

    @Override
    public LocalDate next(LocalDate start) {
      return start.plusMonths(1);
    }
  };

  /** The first day of the period that holds a day. */
  public abstract LocalDate start(LocalDate day);

  /** The first day of the period after the one that starts then. */
  public abstract LocalDate next(LocalDate start);
}
