package app.madang.contracts;

import java.util.Locale;

/** Who may see something, and what a vendor may be sent; later ones are for fewer. */
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

  /** The one that holds for both together. */
  public Clearance with(Clearance other) {
    return allows(other) ? this : other;
  }

  /** The code in the database and in the contract. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The clearance of a code. */
  public static Clearance of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
