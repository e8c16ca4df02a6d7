package app.madang.metering;

import java.time.LocalDate;

/**
 * Where a month is going.
 *
 * @param spent in the month until now
 * @param expected by its end
 * @param historyDays how many days of use it rests on; few mean little
 */
public record Forecast(LocalDate month, Money spent, Money expected, int historyDays) {}
