package app.madang.functions.reporting;

import app.madang.metering.Money;
import app.madang.metering.SpendingLine;
import java.math.BigDecimal;
import java.util.List;

/** Sums over a whole range. */
record UsageFigures(
    long requests,
    long attempts,
    long errors,
    long inputTokens,
    long cachedInputTokens,
    long outputTokens,
    BigDecimal cost) {

  /** Of the company's line, or of none at all. */
  static UsageFigures of(List<SpendingLine> company) {
    return company.isEmpty()
        ? new UsageFigures(0, 0, 0, 0, 0, 0, Money.ZERO.units())
        : of(company.getFirst());
  }

  /** Of all the lines that there are: asking again for their sum would read every row twice. */
  static UsageFigures sum(List<SpendingLine> lines) {
    return lines.stream().map(UsageFigures::of).reduce(of(List.of()), UsageFigures::plus);
  }

  private UsageFigures plus(UsageFigures more) {
    return new UsageFigures(
        requests + more.requests,
        attempts + more.attempts,
        errors + more.errors,
        inputTokens + more.inputTokens,
        cachedInputTokens + more.cachedInputTokens,
        outputTokens + more.outputTokens,
        cost.add(more.cost));
  }

  private static UsageFigures of(SpendingLine line) {
    return new UsageFigures(
        line.requests(),
        line.attempts(),
        line.errors(),
        line.inputTokens(),
        line.cachedInputTokens(),
        line.outputTokens(),
        line.cost().units());
  }
}
