package app.madang.models;

import java.time.Duration;

/**
 * How long to wait for a model.
 *
 * @param firstToken until the first piece
 * @param silence between two pieces
 * @param whole for the whole answer
 */
public record Patience(Duration firstToken, Duration silence, Duration whole) {

  /** Long enough for a model that reasons, short enough for one who waits. */
  public static Patience usual() {
    return new Patience(Duration.ofSeconds(30), Duration.ofSeconds(20), Duration.ofMinutes(10));
  }
}
