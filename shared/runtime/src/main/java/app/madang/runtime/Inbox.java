package app.madang.runtime;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers which events were handled, in the transaction that handles them. */
public final class Inbox {

  private final JdbcClient jdbc;

  /** An inbox in schema {@code runtime}. */
  public Inbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether the current event comes to this subscription for the first time. */
  public boolean firstTime(String subscription) {
    return jdbc.sql(
                "INSERT INTO runtime.inbox (subscription, event_id) VALUES (?, ?)"
                    + " ON CONFLICT DO NOTHING")
            .params(subscription, EventContext.current().id())
            .update()
        == 1;
  }
}
