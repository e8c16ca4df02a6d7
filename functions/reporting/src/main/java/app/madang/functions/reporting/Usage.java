package app.madang.functions.reporting;

import app.madang.contracts.ProblemCode;
import app.madang.metering.Company;
import app.madang.metering.Dimension;
import app.madang.metering.ExchangeRate;
import app.madang.metering.Money;
import app.madang.metering.Spending;
import app.madang.metering.SpendingLine;
import app.madang.metering.SpendingRange;
import app.madang.runtime.Caller;
import app.madang.runtime.Cursor;
import app.madang.runtime.FileAnswer;
import app.madang.runtime.Page;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Usage and cost by day, or by who and what spent. The same few statements however much it is. */
final class Usage {

  private static final int MOST_LINES_OF_A_FILE = 100_000;

  private final Transactions transactions;
  private final Spending spending;
  private final Names names;

  Usage(Transactions transactions, Spending spending, Names names) {
    this.transactions = transactions;
    this.spending = spending;
    this.names = names;
  }

  record GetUsage(
      @NotNull LocalDate from,
      @NotNull LocalDate to,
      @NotNull UsageBy by,
      @Nullable String cursor,
      @Nullable Integer limit) {}

  record ExportUsage(@NotNull LocalDate from, @NotNull LocalDate to, @NotNull UsageBy by) {}

  UsageReport all(GetUsage input) {
    Readers.require();
    if (input.by() == UsageBy.COMPANY) {
      throw ProblemException.field("by", "day, person, group, tool, model");
    }
    return report(input, null);
  }

  UsageReport mine(GetUsage input) {
    if (input.by() != UsageBy.DAY && input.by() != UsageBy.TOOL && input.by() != UsageBy.MODEL) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    return report(input, Caller.current().id());
  }

  FileAnswer file(ExportUsage input) {
    Readers.require();
    SpendingRange range = Days.of(input.from(), input.to(), null);
    return transactions.read(
        () -> {
          Company company = spending.company();
          List<SpendingLine> lines =
              input.by() == UsageBy.DAY
                  ? spending.byDay(Dimension.COMPANY, range)
                  : spending.totals(input.by().dimension(), range, MOST_LINES_OF_A_FILE);
          return new FileAnswer(
              "text/csv; charset=utf-8",
              "usage-%s-%s.csv".formatted(input.from(), input.to()),
              UsageFile.of(company.currency(), named(input.by(), lines)));
        });
  }

  private UsageReport report(GetUsage input, @Nullable UUID person) {
    SpendingRange range = Days.of(input.from(), input.to(), person);
    int limit = Page.limit(input.limit());
    SpendingLine after = input.cursor() == null ? null : after(input.cursor());
    return transactions.read(
        () -> {
          Company company = spending.company();
          Page<SpendingLine> page =
              input.by() == UsageBy.DAY
                  ? new Page<>(spending.byDay(Dimension.COMPANY, range), null)
                  : Page.of(
                      spending.totals(input.by().dimension(), range, after, limit + 1),
                      limit,
                      last ->
                          Cursor.encode(
                              last.cost().micros(), last.subject() == null ? "" : last.subject()));
          // who is in two groups counts in both lines, and once in the sum
          boolean whole = after == null && page.nextCursor() == null && input.by() != UsageBy.GROUP;
          UsageFigures totals =
              whole || input.by() == UsageBy.DAY
                  ? UsageFigures.sum(page.items())
                  : UsageFigures.of(spending.totals(Dimension.COMPANY, range, 1));
          return new UsageReport(
              input.from(),
              input.to(),
              input.by(),
              company.currency(),
              company.zone().getId(),
              source(company),
              since(company),
              totals,
              named(input.by(), page.items()),
              page.nextCursor());
        });
  }

  private static @Nullable String source(Company company) {
    ExchangeRate dollar = company.dollar();
    return dollar == null ? null : dollar.from().name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable LocalDate since(Company company) {
    ExchangeRate dollar = company.dollar();
    return dollar == null ? null : LocalDate.ofInstant(dollar.validFrom(), company.zone());
  }

  /** Lines with names, inside a transaction. */
  List<UsageLine> named(UsageBy by, List<SpendingLine> lines) {
    if (!by.hasIds()) {
      return lines.stream().map(line -> UsageLine.of(line, null, line.subject())).toList();
    }
    List<@Nullable UUID> ids = lines.stream().map(Usage::id).toList();
    Map<UUID, String> known = by == UsageBy.TOOL ? names.ofTools(ids) : names.of(ids);
    return lines.stream()
        .map(
            line -> {
              UUID id = id(line);
              return UsageLine.of(line, id, id == null ? null : known.get(id));
            })
        .toList();
  }

  private static @Nullable UUID id(SpendingLine line) {
    return line.subject() == null ? null : UUID.fromString(line.subject());
  }

  private static SpendingLine after(String cursor) {
    List<String> parts = Cursor.decode(cursor, 2);
    try {
      Money cost = new Money(Long.parseLong(parts.get(0)));
      return new SpendingLine(null, parts.get(1), 0, 0, 0, 0, 0, 0, cost);
    } catch (NumberFormatException e) {
      throw ProblemException.field("cursor", "?");
    }
  }
}
