package app.madang.metering;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What all figures are in.
 *
 * @param currency ISO 4217
 * @param zone in which days begin and end
 * @param dollar what the vendors' usual currency is worth now; null when it is the company's own
 */
public record Company(String currency, ZoneId zone, @Nullable ExchangeRate dollar) {}
