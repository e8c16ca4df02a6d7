package app.madang.functions.chat.administration;

import app.madang.contracts.ProblemCode;
import app.madang.identity.Role;
import app.madang.metering.Tariff;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.Catalogue;
import app.madang.models.catalogue.Policy;
import app.madang.models.routing.Health;
import app.madang.models.routing.Selection;
import app.madang.models.setup.ModelSetup;
import app.madang.models.setup.SetupChanges;
import app.madang.models.setup.SetupHistory;
import app.madang.models.setup.SetupHistory.Changes;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** Every model with its price and what it may see. */
final class ModelDesk {

  private final Transactions transactions;
  private final ModelSetup setup;
  private final SetupChanges changes;
  private final SetupHistory history;
  private final Tariff tariff;
  private final Health health;

  ModelDesk(
      Transactions transactions,
      ModelSetup setup,
      SetupChanges changes,
      SetupHistory history,
      Tariff tariff,
      Health health) {
    this.transactions = transactions;
    this.setup = setup;
    this.changes = changes;
    this.history = history;
    this.tariff = tariff;
    this.health = health;
  }

  record ListModels() {}

  record ModelId(@NotNull @Pattern(regexp = PutModel.ID) String modelId) {}

  record SetDefault(
      @NotBlank @Size(max = 64) @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._:-]*") String model) {}

  record ModelList(List<ModelLine> items, @JsonProperty("default") String usual) {}

  ModelList list(ListModels input) {
    Role.require(Role.ADMIN);
    setup.changed();
    Catalogue catalogue = setup.get();
    Changes known = transactions.read(history::changes);
    return new ModelList(
        catalogue.models().stream().map(model -> line(catalogue, model, known)).toList(),
        setup.usual());
  }

  ModelLine put(PutModel input) {
    Role.require(Role.ADMIN);
    setup.changed();
    Catalogue catalogue = setup.get();
    Optional<CatalogModel> old = catalogue.model(input.modelId());
    if (Policy.of(input.modelId()).isPresent()) {
      throw Phrases.wrong("modelId", "id.reserved");
    }
    if (catalogue.provider(input.provider()).isEmpty()) {
      throw Phrases.wrong("provider", "provider.unknown");
    }
    if (old.filter(known -> !known.provider().equals(input.provider())).isPresent()) {
      throw Phrases.wrong("provider", "provider.fixed");
    }
    CatalogModel model = input.model(old);
    requireRate(model);
    transactions.run(() -> changes.put(model));
    setup.changed();
    return line(setup.get(), model, transactions.read(history::changes));
  }

  /** What nobody can convert nobody can pay. */
  private void requireRate(CatalogModel model) {
    try {
      tariff.cost(model.price().of(1), 1_000_000, 0, 0);
    } catch (IllegalStateException e) {
      throw Phrases.wrong("price.currency", "currency.unknown");
    }
  }

  void reset(ModelId input) {
    Role.require(Role.ADMIN);
    setup.changed();
    CatalogModel known =
        setup
            .get()
            .model(input.modelId())
            .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    transactions.run(() -> changes.forgetModel(known.id()));
    setup.changed();
  }

  void setDefault(SetDefault input) {
    Role.require(Role.ADMIN);
    setup.changed();
    String usual =
        switch (Selection.parse(input.model())) {
          case Selection.ByPolicy(Policy policy) -> {
            if (!setup.get().isOpen(policy)) {
              throw Phrases.wrong("model", "default.closed");
            }
            yield policy.code();
          }
          case Selection.ByModel(String id) ->
              setup
                  .get()
                  .model(id)
                  .filter(model -> !model.embeds() && model.enabled() && setup.usable(model))
                  .map(CatalogModel::id)
                  .orElseThrow(() -> Phrases.wrong("model", "default.unusable"));
        };
    transactions.run(() -> changes.putUsual(usual));
    setup.changed();
  }

  private ModelLine line(Catalogue catalogue, CatalogModel model, Changes known) {
    return ModelLine.of(
        model,
        catalogue.providerOf(model).name(),
        setup.usable(model),
        !health.open(model.id()),
        !changes.isShipped(model),
        Changed.of(known.model(model.id())));
  }
}
