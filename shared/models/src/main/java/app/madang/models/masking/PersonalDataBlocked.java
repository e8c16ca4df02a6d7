package app.madang.models.masking;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A text holds kinds of personal data that its model must not get. */
public final class PersonalDataBlocked extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final EnumSet<PersonalData> kinds;

  /** Names the kinds, never the values. */
  public PersonalDataBlocked(Set<PersonalData> kinds) {
    super("personal data that this model must not get: " + kinds);
    this.kinds = EnumSet.copyOf(kinds);
  }

  /** What was found. */
  public Set<PersonalData> kinds() {
    return Collections.unmodifiableSet(kinds);
  }
}
