package app.madang.functions.documents;

import app.madang.runtime.OperationFunction;

/** The deployable. */
public final class DocumentsFunction extends OperationFunction {

  /** Boots the function. */
  public DocumentsFunction() {
    super(DocumentsApplication.class);
  }
}
