package app.madang.knowledge;

import app.madang.contracts.Clearance;
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
   * @param data who may see the texts; a vendor that is cleared for less is not sent them
   * @throws EmbeddingUnavailableException when it does not answer in time, or refuses
   */
  List<float[]> embed(EmbeddingSpace space, Purpose purpose, Clearance data, List<String> texts);

  /** No vectors now: search by words alone. */
  final class EmbeddingUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean refusal;

    /** Unavailable, and why. */
    public EmbeddingUnavailableException(String message, Throwable cause) {
      super(message, cause);
      refusal = false;
    }

    /** Unavailable, and why. */
    public EmbeddingUnavailableException(String message) {
      this(message, false);
    }

    private EmbeddingUnavailableException(String message, boolean refusal) {
      super(message);
      this.refusal = refusal;
    }

    /** This caller's budget or this text does not allow it; others may be answered. */
    public static EmbeddingUnavailableException refused(String why) {
      return new EmbeddingUnavailableException(why, true);
    }

    /** Whether only what was asked stands in the way, and by whom. */
    public boolean isRefusal() {
      return refusal;
    }
  }
}
