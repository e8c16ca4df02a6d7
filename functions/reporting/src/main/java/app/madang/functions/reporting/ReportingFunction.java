package app.madang.functions.reporting;

import app.madang.runtime.OperationFunction;

/** The deployable. */
public final class ReportingFunction extends OperationFunction {

  /** Boots the function. */
  public ReportingFunction() {
    super(ReportingApplication.class);
  }
}
