package app.madang.models.routing;

import org.jspecify.annotations.Nullable;

/** No model can be asked. */
public final class RoutingProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why not. */
  public enum Reason {
    /** The catalogue knows no such model, or it is switched off. */
    UNKNOWN_MODEL,
    /** None is set up. */
    NO_MODEL,
    /** None may see such data. */
    CLEARANCE,
    /** None can do what is asked: pictures, tools or a schema. */
    ABILITY,
    /** The call is longer than any of them reads. */
    TOO_LONG
  }

  private final Reason reason;
  private final long tokens;
  private final long most;

  RoutingProblem(Reason reason, @Nullable String model) {
    super(model == null ? reason.name() : reason + " " + model);
    this.reason = reason;
    this.tokens = 0;
    this.most = 0;
  }

  RoutingProblem(long tokens, long most) {
    super(Reason.TOO_LONG + " " + tokens + " > " + most);
    this.reason = Reason.TOO_LONG;
    this.tokens = tokens;
    this.most = most;
  }

  /** Why not. */
  public Reason reason() {
    return reason;
  }

  /** How many tokens the call has, when it is too long. */
  public long tokens() {
    return tokens;
  }

  /** How many the roomiest model reads, when it is too long. */
  public long most() {
    return most;
  }
}
