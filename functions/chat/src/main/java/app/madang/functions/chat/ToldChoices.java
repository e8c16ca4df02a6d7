package app.madang.functions.chat;

import app.madang.runtime.Settings;
import app.madang.runtime.Transactions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells those who know neither keys nor the environment of this function what can be chosen: when
 * it is read first, when it has changed, and again while it is in use. A row belongs to a revision,
 * so that two that serve at once do not unsay each other.
 */
final class ToldChoices {

  private static final Logger LOG = LoggerFactory.getLogger(ToldChoices.class);
  private static final long AGAIN_NANOS = Duration.ofMinutes(10).toNanos();

  /** A revision that has not said anything for so long while another did serves no more. */
  private static final String TELL =
      """
      WITH gone AS (DELETE FROM models.choices WHERE teller <> :teller AND told_at < now() - interval '1 hour')
      INSERT INTO models.choices (teller, ids) VALUES (:teller, :ids)
      ON CONFLICT (teller) DO UPDATE SET ids = excluded.ids, told_at = excluded.told_at
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final String teller = Settings.optional("K_REVISION").orElse("local");
  private @Nullable List<String> told;
  private long at;

  ToldChoices(Transactions transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  /** Tells it when it is news; for nobody, on a thread for which nobody waits. */
  synchronized void tell(List<String> ids) {
    long now = System.nanoTime();
    if (ids.equals(told) && now - at < AGAIN_NANOS) {
      return;
    }
    try {
      transactions.run(
          () ->
              jdbc.sql(TELL)
                  .param("teller", teller)
                  .param("ids", ids.toArray(String[]::new))
                  .update());
      told = ids;
      at = now;
    } catch (RuntimeException e) {
      LOG.warn("What can be chosen could not be told yet: {}", e.toString());
    }
  }
}
