package app.madang.functions.chat.administration;

import app.madang.functions.chat.cache.AnswerCache;
import app.madang.functions.chat.cache.Shelf.Uses;
import app.madang.identity.Role;
import app.madang.models.setup.CacheRule;
import app.madang.models.setup.ModelSetup;
import app.madang.models.setup.SetupChanges;
import app.madang.models.setup.SetupHistory;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether answers may be given again, and how often that helped. */
final class CacheDesk {

  private final Transactions transactions;
  private final ModelSetup setup;
  private final SetupChanges changes;
  private final SetupHistory history;
  private final AnswerCache cache;

  CacheDesk(
      Transactions transactions,
      ModelSetup setup,
      SetupChanges changes,
      SetupHistory history,
      AnswerCache cache) {
    this.transactions = transactions;
    this.setup = setup;
    this.changes = changes;
    this.history = history;
    this.cache = cache;
  }

  record GetCache() {}

  record SetCache(@NotNull Boolean enabled, @NotNull @Min(60) @Max(604_800) Integer seconds) {}

  /** The counts are absent while nobody can say. */
  record CacheState(
      boolean enabled,
      int seconds,
      @Nullable Long hits,
      @Nullable Long misses,
      @Nullable Changed changed) {}

  CacheState get(GetCache input) {
    Role.require(Role.ADMIN);
    setup.changed();
    return state();
  }

  CacheState set(SetCache input) {
    Role.require(Role.ADMIN);
    transactions.run(() -> changes.putCache(input.enabled(), input.seconds()));
    setup.changed();
    return state();
  }

  private CacheState state() {
    CacheRule rule = setup.cache();
    Optional<Uses> uses = cache.uses();
    return new CacheState(
        rule.enabled(),
        rule.seconds(),
        uses.map(Uses::hits).orElse(null),
        uses.map(Uses::misses).orElse(null),
        Changed.of(transactions.read(history::changes).cache()));
  }
}
