package app.madang.models.masking;

/** An administrator's pattern that cannot be used; the message says why. */
public final class InvalidPattern extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Why a person can mend. */
  public enum Problem {
    /** No name, or one over 100 characters. */
    NAME,
    /** Not 2 to 20 letters A to Z. */
    LABEL,
    /** A label of this platform's own kinds. */
    LABEL_TAKEN,
    /** Empty, or over 500 characters. */
    LENGTH,
    /** Not a regular expression that runs in linear time: no look-around, no back-references. */
    SYNTAX,
    /** It would replace nothing by something. */
    MATCHES_EMPTY,
    /** Its repetitions make it too large to run on every request. */
    TOO_COMPLEX,
    /** More patterns than a platform may have. */
    TOO_MANY
  }

  private final Problem problem;

  InvalidPattern(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  /** What is wrong. */
  public Problem problem() {
    return problem;
  }
}
