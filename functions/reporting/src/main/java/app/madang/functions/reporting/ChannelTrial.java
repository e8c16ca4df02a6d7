package app.madang.functions.reporting;

import app.madang.contracts.ProblemCode;
import app.madang.functions.reporting.Channels.ChannelId;
import app.madang.identity.Role;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sends a word to a channel while its administrator waits; no transaction is held meanwhile. */
final class ChannelTrial {

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Outgoing outgoing;

  ChannelTrial(Transactions transactions, JdbcClient jdbc, Outgoing outgoing) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.outgoing = outgoing;
  }

  record ChannelTest(boolean sent, @Nullable String problem) {}

  ChannelTest run(ChannelId input) {
    Role.require(Role.ADMIN);
    Parcel parcel =
        transactions
            .read(
                () ->
                    jdbc.sql("SELECT * FROM reporting.channels WHERE id = ?")
                        .param(input.channelId())
                        .query((row, n) -> parcel(row))
                        .optional())
            .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    try {
      outgoing.send(parcel);
      return new ChannelTest(true, null);
    } catch (SendFailed e) {
      return new ChannelTest(false, e.getMessage());
    }
  }

  private static Parcel parcel(ResultSet row) throws SQLException {
    return new Parcel(
        UUID.randomUUID(),
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getString("target"),
        row.getBytes("address"),
        row.getBytes("secret"),
        Locale.forLanguageTag(row.getString("language")),
        1,
        null,
        null);
  }
}
