package app.madang.functions.reporting;

import app.madang.metering.Money;
import app.madang.runtime.Cursor;
import app.madang.runtime.Page;
import app.madang.runtime.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Finished reports and alerts, newest first. */
final class News {

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final JsonMapper json;

  News(Transactions transactions, JdbcClient jdbc, JsonMapper json) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.json = json;
  }

  record ListNews(@Nullable String cursor, @Nullable Integer limit) {

    /** The id that a page comes behind; ids of later rows are larger. */
    UUID before() {
      return cursor == null ? LAST : Ids.parse(Cursor.decode(cursor, 1).getFirst());
    }
  }

  private static final UUID LAST = new UUID(-1, -1);

  Page<ScheduledReport> reports(ListNews input) {
    Readers.require();
    int limit = Page.limit(input.limit());
    UUID before = input.before();
    List<ScheduledReport> rows =
        transactions.read(
            () ->
                jdbc.sql("SELECT * FROM reporting.reports WHERE id < ? ORDER BY id DESC LIMIT ?")
                    .params(before, limit + 1)
                    .query((row, n) -> report(row))
                    .list());
    return Page.of(rows, limit, last -> Cursor.encode(last.id()));
  }

  Page<BudgetAlert> alerts(ListNews input) {
    Readers.require();
    int limit = Page.limit(input.limit());
    UUID before = input.before();
    List<BudgetAlert> rows =
        transactions.read(
            () ->
                jdbc.sql("SELECT * FROM reporting.alerts WHERE id < ? ORDER BY id DESC LIMIT ?")
                    .params(before, limit + 1)
                    .query((row, n) -> alert(row))
                    .list());
    return Page.of(rows, limit, last -> Cursor.encode(last.id()));
  }

  /** A report by its id, inside a transaction. */
  ScheduledReport report(UUID id) {
    return jdbc.sql("SELECT * FROM reporting.reports WHERE id = ?")
        .param(id)
        .query((row, n) -> report(row))
        .single();
  }

  /** An alert by its id, inside a transaction. */
  BudgetAlert alert(UUID id) {
    return jdbc.sql("SELECT * FROM reporting.alerts WHERE id = ?")
        .param(id)
        .query((row, n) -> alert(row))
        .single();
  }

  private ScheduledReport report(ResultSet row) throws SQLException {
    return new ScheduledReport(
        row.getObject("id", UUID.class),
        small(row.getString("period")),
        row.getObject("starts_on", LocalDate.class),
        row.getObject("ends_on", LocalDate.class),
        row.getString("currency"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        json.readValue(row.getString("figures"), ScheduledFigures.class));
  }

  private static BudgetAlert alert(ResultSet row) throws SQLException {
    return new BudgetAlert(
        row.getObject("id", UUID.class),
        row.getObject("budget_id", UUID.class),
        small(row.getString("scope")),
        row.getObject("subject_id", UUID.class),
        row.getString("subject_name"),
        small(row.getString("period")),
        row.getObject("starts_on", LocalDate.class),
        small(row.getString("kind")),
        new Money(row.getLong("cap")).units(),
        row.getInt("warn_at"),
        row.getString("currency"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  private static String small(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
