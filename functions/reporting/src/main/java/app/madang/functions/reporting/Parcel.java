package app.madang.functions.reporting;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing on its way to one channel; neither report nor alert is a test.
 *
 * @param secret sealed; null for e-mail
 * @param attempt from 1
 */
record Parcel(
    UUID id,
    UUID channelId,
    String kind,
    String target,
    byte @Nullable [] secret,
    Locale locale,
    int attempt,
    @Nullable ScheduledReport report,
    @Nullable BudgetAlert alert) {}
