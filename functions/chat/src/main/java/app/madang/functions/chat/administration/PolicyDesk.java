package app.madang.functions.chat.administration;

import app.madang.contracts.Clearance;
import app.madang.contracts.ProblemCode;
import app.madang.identity.Role;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.Catalogue;
import app.madang.models.catalogue.Policy;
import app.madang.models.setup.ModelSetup;
import app.madang.models.setup.SetupChanges;
import app.madang.models.setup.SetupHistory;
import app.madang.models.setup.SetupHistory.Changes;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which models serve those who say only what they want of one, and in which order. */
final class PolicyDesk {

  private static final String CODE = "best|fast|cheap|private";

  private final Transactions transactions;
  private final ModelSetup setup;
  private final SetupChanges changes;
  private final SetupHistory history;

  PolicyDesk(
      Transactions transactions, ModelSetup setup, SetupChanges changes, SetupHistory history) {
    this.transactions = transactions;
    this.setup = setup;
    this.changes = changes;
    this.history = history;
  }

  record ListPolicies() {}

  record PolicyCode(@NotNull @Pattern(regexp = CODE) String policy) {}

  record PutPolicy(
      @NotNull @Pattern(regexp = CODE) String policy,
      @NotNull Boolean enabled,
      @NotNull @Size(max = 50) List<@NotNull @Size(max = 64) String> models) {}

  /** A model of a policy; asked only when it is on, has its key and may see what it must. */
  record Member(
      String id,
      String name,
      String providerName,
      String clearance,
      boolean enabled,
      boolean usable) {}

  record PolicyLine(
      String policy,
      boolean enabled,
      List<Member> models,
      boolean edited,
      @Nullable Changed changed) {}

  record PolicyList(List<PolicyLine> items) {}

  PolicyList list(ListPolicies input) {
    Role.require(Role.ADMIN);
    setup.changed();
    Catalogue catalogue = setup.get();
    Changes known = transactions.read(history::changes);
    return new PolicyList(
        Policy.OFFERED.stream().map(policy -> line(catalogue, policy, known)).toList());
  }

  PolicyLine put(PutPolicy input) {
    Role.require(Role.ADMIN);
    setup.changed();
    Policy policy = policy(input.policy());
    requireModels(policy, input.models());
    if (!input.enabled() && setup.usual().equals(policy.code())) {
      throw Phrases.wrong("enabled", "policy.default");
    }
    transactions.run(() -> changes.put(policy, input.enabled(), input.models()));
    setup.changed();
    return line(setup.get(), policy, transactions.read(history::changes));
  }

  void reset(PolicyCode input) {
    Role.require(Role.ADMIN);
    transactions.run(() -> changes.forgetPolicy(policy(input.policy())));
    setup.changed();
  }

  private void requireModels(Policy policy, List<String> ids) {
    if (ids.isEmpty()) {
      throw Phrases.wrong("models", "policy.empty");
    }
    Catalogue catalogue = setup.get();
    Set<String> seen = new HashSet<>();
    for (int n = 0; n < ids.size(); n++) {
      String field = "models[" + n + "]";
      if (!seen.add(ids.get(n))) {
        throw Phrases.wrong(field, "policy.twice");
      }
      CatalogModel model =
          catalogue
              .model(ids.get(n))
              .filter(found -> !found.embeds())
              .orElseThrow(() -> Phrases.wrong(field, "policy.unknown"));
      Clearance clearance = catalogue.providerOf(model).clearance();
      if (!policy.admits(clearance)) {
        throw Phrases.wrong(field, "policy.clearance");
      }
    }
  }

  private PolicyLine line(Catalogue catalogue, Policy policy, Changes known) {
    var changed = known.policy(policy);
    return new PolicyLine(
        policy.code(),
        catalogue.isOpen(policy),
        catalogue.members(policy).stream().map(model -> member(catalogue, model)).toList(),
        changed.isPresent(),
        Changed.of(changed));
  }

  private Member member(Catalogue catalogue, CatalogModel model) {
    var provider = catalogue.providerOf(model);
    return new Member(
        model.id(),
        model.name(),
        provider.name(),
        provider.clearance().name().toLowerCase(Locale.ROOT),
        model.enabled(),
        setup.usable(model));
  }

  private static Policy policy(String code) {
    return Policy.of(code).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }
}
