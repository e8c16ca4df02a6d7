package app.madang.runtime;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items at most as many as were asked for
 * @param nextCursor absent on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

  /** How many items a page has when the caller does not say. */
  public static final int DEFAULT_LIMIT = 50;

  /** The limit that applies: 1 to 100, {@value #DEFAULT_LIMIT} when absent. */
  public static int limit(@Nullable Integer asked) {
    if (asked == null) {
      return DEFAULT_LIMIT;
    }
    if (asked < 1 || asked > 100) {
      throw ProblemException.field("limit", "1–100");
    }
    return asked;
  }

  /** Makes a page of rows that were read with {@code LIMIT limit + 1}. */
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, limit);
    return new Page<>(items, cursor.apply(items.getLast()));
  }
}
