package app.madang.runtime.outbound;

/** A call outward that was not made or did not end well; the message is a stable code. */
public final class OutboundRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A refusal with its code, such as {@code private_address}. */
  public OutboundRefused(String code) {
    super(code);
  }

  /** The stable code. */
  public String code() {
    return String.valueOf(getMessage());
  }
}
