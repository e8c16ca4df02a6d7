package app.madang.models.catalogue;

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

  /** As it stands in requests. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
