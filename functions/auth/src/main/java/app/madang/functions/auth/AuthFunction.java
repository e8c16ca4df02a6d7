package app.madang.functions.auth;

import app.madang.runtime.OperationFunction;

/** The deployable. */
public final class AuthFunction extends OperationFunction {

  /** Boots the function. */
  public AuthFunction() {
    super(AuthApplication.class);
  }
}
