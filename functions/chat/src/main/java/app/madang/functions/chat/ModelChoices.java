package app.madang.functions.chat;

import app.madang.metering.ExchangeRate;
import app.madang.metering.Tariff;
import app.madang.models.ModelMessage.FromPerson;
import app.madang.models.ModelRequest;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.Catalogue;
import app.madang.models.catalogue.Modality;
import app.madang.models.catalogue.Policy;
import app.madang.models.door.ModelDoor;
import app.madang.models.setup.ModelSetup;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The models that people may choose, and what a question likely costs. */
final class ModelChoices {

  /** How an id of a model or a policy looks. */
  static final String SELECTION = "[A-Za-z0-9][A-Za-z0-9._:-]*";

  /** Tokens of an answer of usual length. */
  private static final int USUAL_ANSWER = 500;

  /** Instructions and eight passages. */
  private static final int PASSAGES = 8 * 1_200;

  private final ModelSetup setup;
  private final ModelAnswers answers;
  private final ModelDoor door;
  private final Tariff tariff;

  ModelChoices(ModelSetup setup, ModelAnswers answers, ModelDoor door, Tariff tariff) {
    this.setup = setup;
    this.answers = answers;
    this.door = door;
    this.tariff = tariff;
  }

  record ListModels() {}

  record Choices(
      List<Choice> items, @com.fasterxml.jackson.annotation.JsonProperty("default") String usual) {}

  record Choice(
      String id,
      String name,
      boolean policy,
      @Nullable String providerName,
      @Nullable String clearance,
      @Nullable Integer contextTokens,
      @Nullable Boolean images) {}

  record Estimate(
      @NotBlank @Size(max = 20_000) String text,
      @Nullable @Size(max = 64) @Pattern(regexp = SELECTION) String model,
      @Nullable @PositiveOrZero @Max(10_000_000) Integer historyCharacters) {}

  record CostEstimate(
      String model,
      String modelName,
      BigDecimal cost,
      String currency,
      @Nullable String rateSource,
      @Nullable LocalDate rateDate) {}

  Choices list(ListModels input) {
    Catalogue catalogue = setup.get();
    List<Choice> items = new ArrayList<>();
    for (Policy policy : Policy.OFFERED) {
      if (catalogue.of(policy).stream().anyMatch(model -> choosable(catalogue, model))) {
        items.add(
            new Choice(
                policy.code(), Words.of("policy." + policy.code()), true, null, null, null, null));
      }
    }
    for (CatalogModel model : catalogue.models()) {
      if (choosable(catalogue, model)) {
        items.add(choice(catalogue, model));
      }
    }
    return new Choices(items, setup.usual());
  }

  /** What of it can be named: policies and models. */
  List<String> ids() {
    return list(new ListModels()).items().stream().map(Choice::id).toList();
  }

  private boolean choosable(Catalogue catalogue, CatalogModel model) {
    return !model.embeds()
        && model.enabled()
        && setup.usable(model)
        && catalogue.providerOf(model).clearance().allows(ModelAnswers.USUAL);
  }

  private static Choice choice(Catalogue catalogue, CatalogModel model) {
    var provider = catalogue.providerOf(model);
    return new Choice(
        model.id(),
        model.name(),
        false,
        provider.name(),
        provider.clearance().name().toLowerCase(Locale.ROOT),
        model.contextTokens(),
        model.reads().contains(Modality.IMAGE));
  }

  CostEstimate estimate(Estimate input) {
    List<CatalogModel> models = answers.candidates(input.model());
    if (models.isEmpty()) {
      return new CostEstimate("extractive", "", BigDecimal.ZERO, tariff.currency(), null, null);
    }
    CatalogModel first = models.getFirst();
    int history = input.historyCharacters() == null ? 0 : input.historyCharacters();
    ModelRequest request =
        ModelRequest.of(
            List.of(
                FromPerson.of(input.text()),
                FromPerson.of("가".repeat(Math.min(history + PASSAGES / 2, 200_000)))));
    Optional<ExchangeRate> rate = tariff.rate(first.price().of(0));
    return new CostEstimate(
        first.id(),
        first.name(),
        door.estimate(first, request, USUAL_ANSWER).units(),
        tariff.currency(),
        rate.map(known -> known.from().name().toLowerCase(Locale.ROOT)).orElse(null),
        rate.map(known -> LocalDate.ofInstant(known.validFrom(), ZoneOffset.UTC)).orElse(null));
  }
}
