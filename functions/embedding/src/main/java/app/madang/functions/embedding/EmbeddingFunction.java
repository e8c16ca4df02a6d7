package app.madang.functions.embedding;

import app.madang.runtime.OperationFunction;

/** The deployable. */
public final class EmbeddingFunction extends OperationFunction {

  /** Boots the function. */
  public EmbeddingFunction() {
    super(EmbeddingApplication.class);
  }
}
