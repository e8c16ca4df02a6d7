package app.madang.functions.publishing;

import app.madang.runtime.OperationFunction;

/** The deployable. */
public final class PublishingFunction extends OperationFunction {

  /** Boots the function. */
  public PublishingFunction() {
    super(PublishingApplication.class);
  }
}
