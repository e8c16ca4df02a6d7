package app.madang.functions.reporting;

import app.madang.metering.Anomaly;
import app.madang.metering.Company;
import app.madang.metering.Forecast;
import app.madang.metering.ModelHealth;
import app.madang.metering.Spending;
import app.madang.metering.SpendingRange;
import app.madang.runtime.Transactions;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How models do, where the month goes, and which days stand out. */
final class Outlook {

  private final Transactions transactions;
  private final Spending spending;
  private final Names names;
  private final Clock clock;

  Outlook(Transactions transactions, Spending spending, Names names, Clock clock) {
    this.transactions = transactions;
    this.spending = spending;
    this.names = names;
    this.clock = clock;
  }

  enum HealthRange {
    @JsonProperty("hour")
    HOUR,
    @JsonProperty("day")
    DAY,
    @JsonProperty("month")
    MONTH
  }

  record GetModelHealth(@NotNull HealthRange range) {}

  record GetForecast() {}

  record ListAnomalies(@NotNull LocalDate from, @NotNull LocalDate to, @NotNull UsageBy by) {}

  record HealthLine(
      Instant from,
      String provider,
      String model,
      long attempts,
      long errors,
      long failovers,
      @Nullable Integer firstTokenP50,
      @Nullable Integer firstTokenP95,
      @Nullable Double tokensPerSecond,
      BigDecimal cost) {}

  record ModelHealthReport(
      Instant from,
      Instant to,
      String currency,
      String timeZone,
      List<HealthLine> models,
      List<HealthLine> items) {}

  record CostForecast(
      LocalDate month, String currency, BigDecimal spent, BigDecimal expected, int historyDays) {}

  record AnomalyLine(
      LocalDate day,
      @Nullable UUID subjectId,
      @Nullable String name,
      BigDecimal cost,
      BigDecimal usual) {}

  record AnomalyList(String currency, List<AnomalyLine> items) {}

  ModelHealthReport health(GetModelHealth input) {
    Readers.require();
    Company company = spending.company();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ZonedDateTime here = now.atZone(company.zone());
    return switch (input.range()) {
      case HOUR ->
          // whole hours only, so that the sums are those of the hours that are shown
          health(
              company,
              ModelHealth.Grain.HOUR,
              now.truncatedTo(ChronoUnit.HOURS).minus(23, ChronoUnit.HOURS),
              now);
      case DAY ->
          health(
              company,
              ModelHealth.Grain.DAY,
              here.toLocalDate().minusDays(30).atStartOfDay(company.zone()).toInstant(),
              now);
      case MONTH ->
          health(
              company,
              ModelHealth.Grain.MONTH,
              here.toLocalDate()
                  .withDayOfMonth(1)
                  .minusMonths(11)
                  .atStartOfDay(company.zone())
                  .toInstant(),
              now);
    };
  }

  private ModelHealthReport health(
      Company company, ModelHealth.Grain grain, Instant from, Instant now) {
    Instant to = now.plusSeconds(1);
    List<HealthLine> models =
        spending.health(ModelHealth.Grain.ALL, from, to).stream()
            .sorted(Comparator.comparingLong(ModelHealth::attempts).reversed())
            .map(Outlook::line)
            .toList();
    List<HealthLine> lines = spending.health(grain, from, to).stream().map(Outlook::line).toList();
    return new ModelHealthReport(
        from, to, company.currency(), company.zone().getId(), models, lines);
  }

  private static HealthLine line(ModelHealth health) {
    return new HealthLine(
        health.from(),
        health.provider(),
        health.model(),
        health.attempts(),
        health.errors(),
        health.failovers(),
        health.firstTokenP50(),
        health.firstTokenP95(),
        health.tokensPerSecond(),
        health.cost().units());
  }

  CostForecast forecast(GetForecast input) {
    Readers.require();
    Company company = spending.company();
    Forecast forecast = spending.forecast(LocalDate.ofInstant(clock.instant(), company.zone()));
    return new CostForecast(
        forecast.month(),
        company.currency(),
        forecast.spent().units(),
        forecast.expected().units(),
        forecast.historyDays());
  }

  AnomalyList anomalies(ListAnomalies input) {
    Readers.require();
    SpendingRange range = Days.of(input.from(), input.to(), null);
    return transactions.read(
        () -> {
          List<Anomaly> found = spending.anomalies(input.by().dimension(), range);
          Map<UUID, String> known =
              input.by().hasIds() ? names.of(found.stream().map(Outlook::id).toList()) : Map.of();
          return new AnomalyList(
              spending.company().currency(),
              found.stream().map(anomaly -> line(anomaly, input.by(), known)).toList());
        });
  }

  private static AnomalyLine line(Anomaly anomaly, UsageBy by, Map<UUID, String> known) {
    UUID id = by.hasIds() ? id(anomaly) : null;
    String name = by.hasIds() ? (id == null ? null : known.get(id)) : anomaly.subject();
    return new AnomalyLine(
        anomaly.day(), id, name, anomaly.cost().units(), anomaly.median().units());
  }

  private static @Nullable UUID id(Anomaly anomaly) {
    return anomaly.subject() == null ? null : UUID.fromString(anomaly.subject());
  }
}
