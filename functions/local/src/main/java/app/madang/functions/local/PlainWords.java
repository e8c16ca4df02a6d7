package app.madang.functions.local;

/** Something the person at the keyboard can mend; shown without a stack trace. */
final class PlainWords extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PlainWords(String message) {
    super(message, null, false, false);
  }
}
