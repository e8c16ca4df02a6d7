package app.madang.models.internal.vendor;

import app.madang.models.Tokens;
import org.jspecify.annotations.Nullable;

/** Vendors' counts, which may be missing or odd. */
final class Counted {

  /** The vendor did not count: the caller estimates. */
  static final Tokens NOTHING = new Tokens(0, 0, 0, true);

  private Counted() {}

  static Tokens of(@Nullable Integer input, @Nullable Integer cached, @Nullable Integer output) {
    long read = Math.max(0, orZero(input));
    return new Tokens(
        read, Math.clamp(orZero(cached), 0, read), Math.max(0, orZero(output)), false);
  }

  static int orZero(@Nullable Integer value) {
    return value == null ? 0 : value;
  }
}
