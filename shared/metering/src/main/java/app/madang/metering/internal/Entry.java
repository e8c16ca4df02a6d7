package app.madang.metering.internal;

import app.madang.metering.UsageEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What one caller writes and waits for.
 *
 * @param day that pays
 * @param charges by event, in the same order
 */
record Entry(
    List<UsageEvent> events,
    LocalDate day,
    List<List<Charge>> charges,
    CompletableFuture<Void> committed) {}
