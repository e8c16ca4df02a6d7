package app.madang.functions.reporting;

import app.madang.contracts.ProblemCode;
import app.madang.identity.Role;
import app.madang.runtime.Cursor;
import app.madang.runtime.Page;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.NotNull;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What goes out, in which state. Taking one and telling how it went are transactions of their own,
 * so that none is held while sending; whoever dies between them has it sent again.
 */
final class Deliveries {

  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
  private static final int MOST_AT_ONCE = 8;

  /** Seconds after each attempt; as many as there are attempts. */
  private static final List<Integer> PAUSES = List.of(60, 300, 1_800, 7_200, 21_600, 43_200);

  private static final String TAKE =
      """
      UPDATE reporting.deliveries d
         SET attempts = d.attempts + 1,
             next_at = now() + make_interval(secs => (CAST(? AS int[]))[least(d.attempts + 1, ?)])
        FROM reporting.channels c
       WHERE c.id = d.channel_id
         AND d.id = (SELECT w.id FROM reporting.deliveries w
                       JOIN reporting.channels o ON o.id = w.channel_id AND o.enabled
                      WHERE w.state = 'WAITING' AND w.next_at <= now()
                      ORDER BY w.next_at LIMIT 1 FOR UPDATE OF w SKIP LOCKED)
      RETURNING d.id, d.channel_id, c.kind, c.target, c.address, c.secret, c.language, d.attempts, d.report_id, d.alert_id
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final News news;
  private final Outgoing outgoing;

  Deliveries(Transactions transactions, JdbcClient jdbc, News news, Outgoing outgoing) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.news = news;
    this.outgoing = outgoing;
  }

  record ListDeliveries(@Nullable String cursor, @Nullable Integer limit) {}

  record DeliveryId(@NotNull UUID deliveryId) {}

  record Delivery(
      UUID id,
      UUID channelId,
      String kind,
      String target,
      String what,
      String state,
      int attempts,
      @Nullable Instant nextAt,
      @Nullable Instant sentAt,
      @Nullable String problem) {}

  /** For every channel that wants reports of that period, in the transaction that makes it. */
  void enqueueReport(UUID report, String period) {
    jdbc.sql(
            "INSERT INTO reporting.deliveries (channel_id, report_id)"
                + " SELECT id, ? FROM reporting.channels WHERE enabled AND ? = ANY (tells)"
                + " ON CONFLICT DO NOTHING")
        .params(report, period)
        .update();
  }

  /** For every channel that wants alerts, in the transaction that notes it. */
  void enqueueAlert(UUID alert) {
    jdbc.sql(
            "INSERT INTO reporting.deliveries (channel_id, alert_id)"
                + " SELECT id, ? FROM reporting.channels WHERE enabled AND 'ALERT' = ANY (tells)"
                + " ON CONFLICT DO NOTHING")
        .param(alert)
        .update();
  }

  /** Sends what is due; what fails waits for its next attempt. */
  void sendDue() {
    for (int n = 0; n < MOST_AT_ONCE; n++) {
      Optional<Parcel> parcel = transactions.call(this::take);
      if (parcel.isEmpty()) {
        return;
      }
      send(parcel.get());
    }
  }

  private Optional<Parcel> take() {
    return jdbc.sql(TAKE)
        .params(PAUSES.toArray(Integer[]::new), PAUSES.size())
        .query((row, n) -> parcel(row))
        .optional();
  }

  private Parcel parcel(ResultSet row) throws SQLException {
    UUID report = row.getObject("report_id", UUID.class);
    UUID alert = row.getObject("alert_id", UUID.class);
    return new Parcel(
        row.getObject("id", UUID.class),
        row.getObject("channel_id", UUID.class),
        row.getString("kind"),
        row.getString("target"),
        row.getBytes("address"),
        row.getBytes("secret"),
        Locale.forLanguageTag(row.getString("language")),
        row.getInt("attempts"),
        report == null ? null : news.report(report),
        alert == null ? null : news.alert(alert));
  }

  private void send(Parcel parcel) {
    String problem = null;
    try {
      outgoing.send(parcel);
    } catch (SendFailed e) {
      problem = e.getMessage();
    } catch (RuntimeException e) {
      LOG.warn("Delivery {} failed", parcel.id(), e);
      problem = "internal";
    }
    String state =
        problem == null ? "SENT" : parcel.attempt() >= PAUSES.size() ? "FAILED" : "WAITING";
    String shown = problem;
    transactions.run(
        () ->
            jdbc.sql(
                    "UPDATE reporting.deliveries SET state = :state, problem = :problem,"
                        + " sent_at = CASE WHEN :state = 'SENT' THEN now() END WHERE id = :id")
                .param("state", state)
                .param("problem", shown)
                .param("id", parcel.id())
                .update());
  }

  Page<Delivery> list(ListDeliveries input) {
    Readers.require();
    int limit = Page.limit(input.limit());
    UUID before = new News.ListNews(input.cursor(), null).before();
    List<Delivery> rows =
        transactions.read(
            () ->
                jdbc.sql(
                        """
                        SELECT d.*, c.kind, c.target FROM reporting.deliveries d
                          JOIN reporting.channels c ON c.id = d.channel_id
                         WHERE d.id < ? ORDER BY d.id DESC LIMIT ?
                        """)
                    .params(before, limit + 1)
                    .query((row, n) -> delivery(row))
                    .list());
    return Page.of(rows, limit, last -> Cursor.encode(last.id()));
  }

  void retry(DeliveryId input) {
    Role.require(Role.ADMIN);
    int changed =
        transactions.call(
            () ->
                jdbc.sql(
                        "UPDATE reporting.deliveries SET state = 'WAITING', attempts = 0,"
                            + " next_at = now() WHERE id = ? AND state <> 'SENT'")
                    .param(input.deliveryId())
                    .update());
    if (changed == 0) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
    sendDue();
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    OffsetDateTime sent = row.getObject("sent_at", OffsetDateTime.class);
    boolean waits = row.getString("state").equals("WAITING");
    return new Delivery(
        row.getObject("id", UUID.class),
        row.getObject("channel_id", UUID.class),
        row.getString("kind").toLowerCase(Locale.ROOT),
        row.getString("target"),
        row.getObject("report_id") == null ? "alert" : "report",
        row.getString("state").toLowerCase(Locale.ROOT),
        row.getInt("attempts"),
        waits ? row.getObject("next_at", OffsetDateTime.class).toInstant() : null,
        sent == null ? null : sent.toInstant(),
        row.getString("problem"));
  }
}
