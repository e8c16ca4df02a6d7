package app.madang.knowledge;

import java.util.List;

/**
 * Turns texts into vectors; a search asks over HTTP, so that no search loads a model. The person of
 * the scope pays where that costs something.
 */
public interface EmbeddingPort {

  /** What a text is: models that tell the two apart find better. */
  enum Purpose {
    PASSAGE,
    QUESTION
  }

  /**
   * One vector a text, in order, each as long as the space says.
   *
   * @throws EmbeddingUnavailableException when it does not answer in time
   */
  List<float[]> embed(EmbeddingSpace space, Purpose purpose, List<String> texts);

  /** No vectors now: search by words alone. */
  final class EmbeddingUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean unpaid;

    /** Unavailable, and why. */
    public EmbeddingUnavailableException(String message, Throwable cause) {
      super(message, cause);
      unpaid = false;
    }

    /** Unavailable, and why. */
    public EmbeddingUnavailableException(String message) {
      this(message, false);
    }

    private EmbeddingUnavailableException(String message, boolean unpaid) {
      super(message);
      this.unpaid = unpaid;
    }

    /** A budget of this caller does not allow it; others may be answered. */
    public static EmbeddingUnavailableException ofBudget() {
      return new EmbeddingUnavailableException("the caller's budget is used up", true);
    }

    /** Whether only the caller's budget stands in the way. */
    public boolean isUnpaid() {
      return unpaid;
    }
  }
}
