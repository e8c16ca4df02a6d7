package app.madang.functions.publishing;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a tool answered in some days.
 *
 * @param currency of all costs
 * @param timeZone in which days begin
 * @param from the first day
 * @param to today
 * @param days those with an answer, in order
 * @param releases those that answered, the newest first
 */
record ToolFigures(
    String currency,
    String timeZone,
    LocalDate from,
    LocalDate to,
    Line totals,
    List<Day> days,
    List<OfRelease> releases) {

  /** How far back. */
  enum Days {
    @JsonProperty("week")
    WEEK(7),
    @JsonProperty("month")
    MONTH(30),
    @JsonProperty("quarter")
    QUARTER(90);

    private final int count;

    Days(int count) {
      this.count = count;
    }

    int count() {
      return count;
    }
  }

  /**
   * Counts of runs.
   *
   * @param notFound for which no passage was found
   * @param notCited which were answered in full and cite nothing of what was found
   */
  record Line(
      long runs,
      long people,
      BigDecimal cost,
      long helped,
      long didNot,
      long failed,
      long notFound,
      long notCited) {}

  record Day(LocalDate day, @JsonUnwrapped Line figures) {}

  record OfRelease(int release, @JsonUnwrapped Line figures) {}

  /** One line of the query: of a day, of a release, or of all. */
  record Row(
      @Nullable LocalDate day,
      @Nullable Integer release,
      Line line,
      String currency,
      String timeZone,
      LocalDate today) {

    static Row of(ResultSet row, int number) throws SQLException {
      return new Row(
          row.getObject("day", LocalDate.class),
          row.getObject("number", Integer.class),
          new Line(
              row.getLong("runs"),
              row.getLong("people"),
              row.getBigDecimal("cost"),
              row.getLong("helped"),
              row.getLong("did_not"),
              row.getLong("failed"),
              row.getLong("not_found"),
              row.getLong("not_cited")),
          row.getString("currency"),
          row.getString("time_zone"),
          row.getObject("today", LocalDate.class));
    }
  }

  static ToolFigures of(List<Row> rows, int days) {
    Row all =
        rows.stream()
            .filter(row -> row.day() == null && row.release() == null)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no line of all"));
    return new ToolFigures(
        all.currency(),
        all.timeZone(),
        all.today().minusDays(days - 1L),
        all.today(),
        all.line(),
        rows.stream()
            .filter(row -> row.day() != null)
            .map(row -> new Day(Objects.requireNonNull(row.day()), row.line()))
            .toList(),
        rows.stream()
            .filter(row -> row.release() != null)
            .map(row -> new OfRelease(Objects.requireNonNull(row.release()), row.line()))
            .toList());
  }
}
