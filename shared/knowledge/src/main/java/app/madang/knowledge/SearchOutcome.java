package app.madang.knowledge;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What was found.
 *
 * @param hits best first
 * @param meaning whether meaning was compared, or only words
 */
public record SearchOutcome(List<Hit> hits, Meaning meaning) {

  /** False when only words were compared, for whatever reason. */
  @JsonProperty
  public boolean meaningUsed() {
    return meaning == Meaning.USED;
  }
}
