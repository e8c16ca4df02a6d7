package app.madang.models;

/** A model gave no whole answer. */
public final class ModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why, for the log. */
  public ModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
