package app.madang.metering;

import java.time.Instant;
import java.util.UUID;

/**
 * What an instance that fell silent still holds. It stays charged until the period ends or somebody
 * releases it.
 *
 * @param outstanding at the account where it is most
 */
public record OrphanedLease(
    UUID instanceId, String function, Instant seenAt, int accounts, Money outstanding) {}
