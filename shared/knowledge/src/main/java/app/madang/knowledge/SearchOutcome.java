package app.madang.knowledge;

import app.madang.contracts.Clearance;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What was found.
 *
 * @param hits best first
 * @param meaning whether meaning was compared, or only words
 */
public record SearchOutcome(List<Hit> hits, Meaning meaning) {

  /** What the hits are together; {@link Clearance#PUBLIC} when there are none. */
  public Clearance clearance() {
    return hits.stream().map(Hit::clearance).reduce(Clearance.PUBLIC, Clearance::with);
  }

  /** Whether texts that say it in other words may be missing because a model was silent. */
  @JsonIgnore
  public boolean wordsOnlySomewhere() {
    return meaning == Meaning.UNAVAILABLE || meaning == Meaning.PARTLY;
  }

  /** False when only words were compared everywhere, for whatever reason. */
  @JsonProperty
  public boolean meaningUsed() {
    return meaning == Meaning.USED || meaning == Meaning.PARTLY;
  }
}
