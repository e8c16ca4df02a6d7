package app.madang.functions.ingestion;

import app.madang.runtime.OperationFunction;

/** The deployable. */
public final class IngestionFunction extends OperationFunction {

  /** Boots the function. */
  public IngestionFunction() {
    super(IngestionApplication.class);
  }
}
