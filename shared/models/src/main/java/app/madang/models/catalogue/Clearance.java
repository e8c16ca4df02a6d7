package app.madang.models.catalogue;

/** Who may see something; later ones see less outside. */
public enum Clearance {
  /** Anybody. */
  PUBLIC,
  /** Everybody in the company. */
  INTERNAL,
  /** Only those who must. */
  CONFIDENTIAL;

  /** Whether data of a kind may go where this is allowed. */
  public boolean allows(Clearance data) {
    return compareTo(data) >= 0;
  }
}
