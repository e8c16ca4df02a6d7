package app.madang.functions.publishing;

import app.madang.functions.publishing.ToolFigures.Days;
import app.madang.functions.publishing.ToolFigures.Line;
import app.madang.runtime.CsvCell;
import app.madang.runtime.FileAnswer;
import app.madang.runtime.Locales;
import app.madang.runtime.Transactions;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a tool does, for those who make it: counts of its runs, of which nobody is told apart. */
final class Analytics {

  private static final String MARK = "\ufeff";
  private static final String END = "\r\n";

  // days, releases and all of it by one pass over the tool's runs
  private static final String FIGURES =
      """
      WITH c AS MATERIALIZED (
        SELECT currency, time_zone, CAST(now() AT TIME ZONE time_zone AS date) AS today FROM toolbox.company()),
      r AS (
        SELECT CAST(started_at AT TIME ZONE (SELECT time_zone FROM c) AS date) AS day, number, person_id, outcome, passages, cited, cost, rating
          FROM toolbox.runs
         WHERE tool_id = :tool
           AND started_at >= (SELECT CAST(today - CAST(:days AS int) + 1 AS timestamp) AT TIME ZONE time_zone FROM c))
      SELECT day, number, count(*) AS runs, count(DISTINCT person_id) AS people, coalesce(sum(cost), 0) AS cost,
             count(*) FILTER (WHERE rating = 1) AS helped, count(*) FILTER (WHERE rating = -1) AS did_not,
             count(*) FILTER (WHERE outcome = 'FAILED') AS failed, count(*) FILTER (WHERE passages = 0) AS not_found,
             count(*) FILTER (WHERE passages > 0 AND cited = 0 AND outcome = 'COMPLETE') AS not_cited,
             (SELECT currency FROM c) AS currency, (SELECT time_zone FROM c) AS time_zone, (SELECT today FROM c) AS today
        FROM r GROUP BY GROUPING SETS ((day), (number), ()) ORDER BY day, number DESC
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Rights rights;

  Analytics(Transactions transactions, JdbcClient jdbc, Rights rights) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.rights = rights;
  }

  enum By {
    @JsonProperty("day")
    DAY,
    @JsonProperty("release")
    RELEASE
  }

  record GetAnalytics(@NotNull UUID toolId, @NotNull Days range) {}

  record ExportAnalytics(@NotNull UUID toolId, @NotNull Days range, @NotNull By by) {}

  ToolFigures get(GetAnalytics input) {
    return transactions.read(
        () -> {
          rights.tool(input.toolId(), ToolRole.EDITOR);
          List<ToolFigures.Row> rows =
              jdbc.sql(FIGURES)
                  .param("tool", input.toolId())
                  .param("days", input.range().count())
                  .query(ToolFigures.Row::of)
                  .list();
          return ToolFigures.of(rows, input.range().count());
        });
  }

  FileAnswer export(ExportAnalytics input) {
    ToolFigures figures = get(new GetAnalytics(input.toolId(), input.range()));
    Stream<String> lines =
        input.by() == By.DAY
            ? figures.days().stream().map(day -> cells(day.day().toString(), day.figures()))
            : figures.releases().stream()
                .map(line -> cells(String.valueOf(line.release()), line.figures()));
    StringBuilder file = new StringBuilder(MARK).append(heading(input.by(), figures)).append(END);
    lines.forEach(line -> file.append(line).append(END));
    String name = "tool-" + input.by().name().toLowerCase(Locale.ROOT) + "-" + figures.to();
    return new FileAnswer("text/csv; charset=utf-8", name + ".csv", file.toString());
  }

  private static String heading(By by, ToolFigures figures) {
    boolean korean = Locales.current().equals(Locale.KOREAN);
    String first = by == By.DAY ? korean ? "날짜" : "day" : korean ? "릴리스" : "release";
    String others =
        korean
            ? ",답변,사람,실패,찾은 문서 없음,인용 없음,도움 됨,도움 안 됨,비용(%s)"
            : ",answers,people,failed,nothing found,nothing cited,helped,did not help,cost (%s)";
    return first + others.formatted(figures.currency());
  }

  private static String cells(String first, Line line) {
    return CsvCell.of(first)
        + ",%d,%d,%d,%d,%d,%d,%d,%s"
            .formatted(
                line.runs(),
                line.people(),
                line.failed(),
                line.notFound(),
                line.notCited(),
                line.helped(),
                line.didNot(),
                line.cost().toPlainString());
  }
}
