package app.madang.functions.reporting;

/** A delivery did not arrive; the message is a short code that administrators see. */
final class SendFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SendFailed(String code) {
    super(code, null, false, false);
  }
}
