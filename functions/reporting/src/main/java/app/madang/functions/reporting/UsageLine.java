package app.madang.functions.reporting;

import app.madang.metering.SpendingLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of a report. */
record UsageLine(
    @Nullable LocalDate day,
    @Nullable UUID subjectId,
    @Nullable String name,
    long requests,
    long attempts,
    long errors,
    long inputTokens,
    long cachedInputTokens,
    long outputTokens,
    BigDecimal cost) {

  static UsageLine of(SpendingLine line, @Nullable UUID subject, @Nullable String name) {
    return new UsageLine(
        line.day(),
        subject,
        name,
        line.requests(),
        line.attempts(),
        line.errors(),
        line.inputTokens(),
        line.cachedInputTokens(),
        line.outputTokens(),
        line.cost().units());
  }
}
