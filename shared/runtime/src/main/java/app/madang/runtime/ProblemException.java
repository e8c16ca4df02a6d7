package app.madang.runtime;

import app.madang.contracts.ProblemCode;
import java.util.List;

/** A request that is answered with a problem: the caller's to mend, so it has no stack trace. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final transient List<FieldError> errors;

  /** One wrong field and what is wrong with it, in the caller's language. */
  public record FieldError(String field, String message) {}

  /** A problem without fields. */
  public ProblemException(ProblemCode code) {
    this(code, List.of());
  }

  /** A problem that names the wrong fields. */
  public ProblemException(ProblemCode code, List<FieldError> errors) {
    super(code.code(), null, false, false);
    this.code = code;
    this.errors = List.copyOf(errors);
  }

  /** An {@code invalid_request} about one field. */
  public static ProblemException field(String field, String message) {
    return new ProblemException(
        ProblemCode.INVALID_REQUEST, List.of(new FieldError(field, message)));
  }

  /** The stable code. */
  public ProblemCode code() {
    return code;
  }

  /** The wrong fields; may be empty. */
  public List<FieldError> errors() {
    return errors;
  }
}
