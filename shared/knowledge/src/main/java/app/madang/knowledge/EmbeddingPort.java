package app.madang.knowledge;

import java.util.List;

/** Turns texts into vectors; a search asks over HTTP, so that no search loads a model. */
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

    /** Unavailable, and why. */
    public EmbeddingUnavailableException(String message, Throwable cause) {
      super(message, cause);
    }

    /** Unavailable, and why. */
    public EmbeddingUnavailableException(String message) {
      super(message);
    }
  }
}
