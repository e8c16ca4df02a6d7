package app.madang.metering.internal;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A request whose allowance in memory did not suffice.
 *
 * @param granted gets the instance under whose name the money was leased
 * @param deadline nano time until which it waits for what others may give back
 */
record Want(List<AccountKey> levels, long amount, CompletableFuture<UUID> granted, long deadline)
    implements LeaseTask {}
