package app.madang.models.catalogue;

import app.madang.contracts.Clearance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody wants of a model who names none. */
public enum Policy {
  /** The first words soon. */
  FAST,
  /** The best answer. */
  BEST,
  /** The least money. */
  CHEAP,
  /** Nothing leaves the company's own machines and cloud project. */
  PRIVATE;

  /** As people are offered them. */
  public static final List<Policy> OFFERED = List.of(BEST, FAST, CHEAP, PRIVATE);

  /** As it stands in requests. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The policy of a code, in whatever case. */
  public static Optional<Policy> of(String code) {
    return OFFERED.stream().filter(policy -> policy.code().equalsIgnoreCase(code)).findFirst();
  }

  /** Whether who may see this much may serve it: what is private goes to nobody else. */
  public boolean admits(Clearance clearance) {
    return this != PRIVATE || clearance == Clearance.CONFIDENTIAL;
  }
}
