package app.madang.metering;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who spends; the company always does too.
 *
 * @param personId null when nobody asked: the company alone pays
 * @param groupIds every group that holds the person: each group's budget counts
 */
public record Spender(@Nullable UUID personId, Set<UUID> groupIds, @Nullable UUID toolId) {

  /** Keeps its own copy. */
  public Spender {
    groupIds = Set.copyOf(groupIds);
  }

  /** Who spends where no person asked. */
  public static Spender company() {
    return new Spender(null, Set.of(), null);
  }
}
