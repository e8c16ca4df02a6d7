package app.madang.models.internal.vendor;

import app.madang.models.Tokens;
import org.jspecify.annotations.Nullable;

/** Vendors' counts, which may be missing or odd. */
final class Counted {

  /** The vendor did not count: the caller estimates. */
  static final Tokens NOTHING = new Tokens(0, 0, 0, true);

  private Counted() {}

  static Tokens of(@Nullable Integer input, @Nullable Integer cached, @Nullable Integer output) {
    return of(input, cached, 0, output);
  }

  static Tokens of(
      @Nullable Integer input, @Nullable Integer cached, int written, @Nullable Integer output) {
    long read = Math.max(0, orZero(input));
    long known = Math.clamp(orZero(cached), 0, read);
    long kept = Math.clamp(written, 0, read - known);
    return new Tokens(read, known, kept, Math.max(0, orZero(output)), false);
  }

  static int orZero(@Nullable Integer value) {
    return value == null ? 0 : value;
  }
}
