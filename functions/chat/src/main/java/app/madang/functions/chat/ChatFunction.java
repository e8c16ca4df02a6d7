package app.madang.functions.chat;

import app.madang.runtime.OperationFunction;

/** The deployable. */
public final class ChatFunction extends OperationFunction {

  /** Boots the function. */
  public ChatFunction() {
    super(ChatApplication.class);
  }
}
