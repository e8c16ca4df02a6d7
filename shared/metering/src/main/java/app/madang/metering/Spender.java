package app.madang.metering;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who spends; the company always does too.
 *
 * @param groupIds every group that holds the person: each group's budget counts
 */
public record Spender(UUID personId, Set<UUID> groupIds, @Nullable UUID toolId) {

  /** Keeps its own copy. */
  public Spender {
    groupIds = Set.copyOf(groupIds);
  }
}
