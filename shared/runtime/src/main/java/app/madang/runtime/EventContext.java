package app.madang.runtime;

import java.util.UUID;

/**
 * The event that is being handled.
 *
 * @param id stays the same over redeliveries
 * @param subscription the Pub/Sub subscription that brought it
 */
public record EventContext(UUID id, String subscription) {

  private static final ScopedValue<EventContext> CURRENT = ScopedValue.newInstance();

  /** The event of this scope. */
  public static EventContext current() {
    return CURRENT.orElseThrow(() -> new IllegalStateException("no event in this scope"));
  }

  /** Runs work while handling an event. */
  public void run(Runnable work) {
    ScopedValue.where(CURRENT, this).run(work);
  }
}
