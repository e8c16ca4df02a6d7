package app.madang.functions.local;

/** Something the person at the keyboard can mend; shown without a stack trace. */
public final class PlainWords extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong, and what to do. */
  public PlainWords(String message) {
    super(message, null, false, false);
  }
}
