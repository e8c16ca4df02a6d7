package app.madang.models.masking;

import java.util.Map;

/**
 * A text that may leave.
 *
 * @param text with placeholders
 * @param counts how many values were replaced, by kind; kinds without any are absent
 */
public record Masked(String text, Map<PersonalData, Integer> counts) {

  /** Copies the map. */
  public Masked {
    counts = Map.copyOf(counts);
  }

  /** Whether something was replaced. */
  public boolean any() {
    return !counts.isEmpty();
  }

  /** Only the counts: what is allowed to leave is not for a log. */
  @Override
  public String toString() {
    return "Masked" + counts;
  }
}
