package app.madang.metering.internal;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Money that goes back to the database, under the name that it was leased by.
 *
 * @param number grows with each return, so that one that is sent again counts once
 */
record Return(UUID instance, long number, List<Unused> amounts, CompletableFuture<Void> done)
    implements LeaseTask {

  /**
   * One account's part.
   *
   * @param answer the recall that this answers; 0 for none
   */
  record Unused(AccountKey key, long amount, long answer) {}
}
