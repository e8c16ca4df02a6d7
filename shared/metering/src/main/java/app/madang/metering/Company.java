package app.madang.metering;

import java.time.ZoneId;

/**
 * What all figures are in.
 *
 * @param currency ISO 4217
 * @param zone in which days begin and end
 */
public record Company(String currency, ZoneId zone) {}
