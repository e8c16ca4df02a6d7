package app.madang.functions.reporting;

import app.madang.contracts.ProblemCode;
import app.madang.identity.Role;
import app.madang.metering.BudgetPlans;
import app.madang.metering.OrphanedLease;
import app.madang.metering.Spending;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Money that instances which fell silent still hold. */
final class Leases {

  private final Transactions transactions;
  private final BudgetPlans plans;
  private final Spending spending;
  private final Changes changes;

  Leases(Transactions transactions, BudgetPlans plans, Spending spending, Changes changes) {
    this.transactions = transactions;
    this.plans = plans;
    this.spending = spending;
    this.changes = changes;
  }

  record ListLeases() {}

  record InstanceId(@NotNull UUID instanceId) {}

  record LeaseLine(
      UUID instanceId, String function, Instant seenAt, int accounts, BigDecimal outstanding) {}

  record LeaseList(String currency, List<LeaseLine> items) {}

  LeaseList list(ListLeases input) {
    Readers.require();
    return transactions.read(
        () ->
            new LeaseList(
                spending.company().currency(),
                plans.orphans().stream().map(Leases::line).toList()));
  }

  void release(InstanceId input) {
    Role.require(Role.ADMIN);
    transactions.run(
        () -> {
          OrphanedLease lease =
              plans.orphans().stream()
                  .filter(orphan -> orphan.instanceId().equals(input.instanceId()))
                  .findFirst()
                  .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
          plans.release(lease.instanceId());
          changes.note("lease.released", lease.instanceId().toString(), line(lease));
        });
  }

  private static LeaseLine line(OrphanedLease lease) {
    return new LeaseLine(
        lease.instanceId(),
        lease.function(),
        lease.seenAt(),
        lease.accounts(),
        lease.outstanding().units());
  }
}
