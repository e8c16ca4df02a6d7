package app.madang.knowledge;

import java.util.List;

/**
 * Reads what a search found beside its question and says how well each passage answers. Optional:
 * without one, or when it does not answer in time, the search's own order stays.
 */
public interface Reranker {

  /**
   * A passage to be judged.
   *
   * @param title its document and the headings over it
   */
  record Judged(String title, String text) {}

  /** Whether there is one; else nothing is found for it to judge. */
  default boolean isOn() {
    return true;
  }

  /**
   * How well each passage answers, 0 to 1, in their order.
   *
   * @throws RerankerUnavailableException when it does not answer, or not in time
   */
  List<Double> judge(String question, List<Judged> passages);

  /** It has no answer now; the search goes on without. */
  final class RerankerUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what went wrong. */
    public RerankerUnavailableException(String message) {
      super(message);
    }

    /** With what went wrong, and its cause. */
    public RerankerUnavailableException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
