package app.madang.models.routing;

/**
 * A model that would have come earlier and was not asked.
 *
 * @param model its id
 */
public record Skipped(String model, Why why) {

  /** Why it was not. */
  public enum Why {
    /** It may not see such data. */
    CLEARANCE,
    /** It cannot do what is asked: pictures, tools or a schema. */
    ABILITY,
    /** The call is longer than it reads. */
    TOO_LONG,
    /** The text holds what it must not get. */
    PERSONAL_DATA,
    /** A budget does not allow it. */
    BUDGET,
    /** It failed lately and is left alone for a while. */
    RESTING,
    /** It has as many calls as it takes. */
    BUSY
  }
}
