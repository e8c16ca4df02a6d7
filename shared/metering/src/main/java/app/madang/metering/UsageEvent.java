package app.madang.metering;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a model. Writing it twice counts once.
 *
 * @param id from {@link #newId}, whose time is {@code at}; it decides what is written twice
 * @param at when the attempt began, to the millisecond
 * @param personId who asked; null for what nobody asked for and the company pays
 * @param groupIds the groups whose accounts pay too: all that hold the person
 * @param requestId the same for all attempts of one request
 * @param attempt from 1
 * @param inputTokens all of them, cached ones included
 * @param firstTokenMillis negative when no token came
 */
public record UsageEvent(
    UUID id,
    Instant at,
    @Nullable UUID personId,
    Set<UUID> groupIds,
    @Nullable UUID apiKeyId,
    @Nullable UUID toolId,
    @Nullable UUID conversationId,
    UUID requestId,
    int attempt,
    String provider,
    String model,
    long inputTokens,
    long cachedInputTokens,
    long outputTokens,
    Money cost,
    int firstTokenMillis,
    int latencyMillis,
    Outcome outcome) {

  /** Refuses what no row could hold. */
  public UsageEvent {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    groupIds = Set.copyOf(groupIds);
    if (id.version() != 7 || id.getMostSignificantBits() >>> 16 != at.toEpochMilli()) {
      throw new IllegalArgumentException("the id's time is not the attempt's: use newId(at)");
    }
    if (cost.micros() < 0 || inputTokens < 0 || cachedInputTokens < 0 || outputTokens < 0) {
      throw new IllegalArgumentException("negative use");
    }
  }

  /** A new id (UUID version 7) of an attempt that began then. */
  public static UUID newId(Instant at) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = at.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
    long low = random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
