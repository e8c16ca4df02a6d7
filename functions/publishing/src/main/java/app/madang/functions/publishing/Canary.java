package app.madang.functions.publishing;

import java.time.Instant;
import java.util.List;

/**
 * A release that only some people use yet.
 *
 * @param percent how many of a hundred
 * @param needed fewer sessions than these say nothing
 */
record Canary(int number, int percent, Instant since, int needed, List<CanaryMeasure> measures) {}
