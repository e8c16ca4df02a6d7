package app.madang.models;

import java.time.Duration;

/**
 * How long to wait for a model.
 *
 * @param firstToken until the first piece
 * @param silence between two pieces
 * @param whole for the whole answer, whoever finishes it
 * @param atOnce for one model's answer that does not come in pieces
 */
public record Patience(Duration firstToken, Duration silence, Duration whole, Duration atOnce) {

  /** With one limit for a whole answer, in pieces or not. */
  public Patience(Duration firstToken, Duration silence, Duration whole) {
    this(firstToken, silence, whole, whole);
  }

  /** The same, but no longer than is left. */
  public Patience within(Duration left) {
    return new Patience(
        least(firstToken, left), least(silence, left), least(whole, left), least(atOnce, left));
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Long enough for a model that reasons, short enough for one who waits. */
  public static Patience usual() {
    return new Patience(
        Duration.ofSeconds(30),
        Duration.ofSeconds(20),
        Duration.ofMinutes(10),
        Duration.ofMinutes(2));
  }
}
