package app.madang.functions.chat.administration;

import app.madang.contracts.Clearance;
import app.madang.contracts.ProblemCode;
import app.madang.identity.Role;
import app.madang.metering.BudgetExceeded;
import app.madang.metering.Budgets;
import app.madang.metering.Spender;
import app.madang.metering.Tariff;
import app.madang.models.ModelMessage.FromPerson;
import app.madang.models.ModelRequest;
import app.madang.models.Patience;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.Catalogue;
import app.madang.models.door.DoorAnswer;
import app.madang.models.door.DoorRequest;
import app.madang.models.door.DoorSink;
import app.madang.models.door.ModelDoor;
import app.madang.models.door.PlaceholderBook;
import app.madang.models.door.VectorDoor;
import app.madang.models.door.VectorDoor.VectorAnswer;
import app.madang.models.door.VectorRequest;
import app.madang.models.routing.Attempt;
import app.madang.models.routing.Health;
import app.madang.models.routing.RoutedFailure;
import app.madang.models.routing.Router;
import app.madang.models.routing.RoutingProblem;
import app.madang.models.routing.Selection;
import app.madang.models.routing.VectorRouter;
import app.madang.models.setup.ModelSetup;
import app.madang.runtime.ProblemException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks one model one word: no other answers for it, and its record with people stays as it was. */
public final class ModelTrial {

  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(30));

  private final ModelSetup setup;
  private final Budgets budgets;
  private final Tariff tariff;
  private final Supplier<Spender> spender;

  /** Over what is set up; the one who asks pays. */
  public ModelTrial(ModelSetup setup, Budgets budgets, Tariff tariff, Supplier<Spender> spender) {
    this.setup = setup;
    this.budgets = budgets;
    this.tariff = tariff;
    this.spender = spender;
  }

  record Trial(
      boolean answered,
      @Nullable String failure,
      @Nullable Integer firstTokenMillis,
      @Nullable Integer millis,
      @Nullable BigDecimal cost,
      @Nullable String currency) {

    private static Trial failed(String why) {
      return new Trial(false, why, null, null, null, null);
    }
  }

  Trial test(ModelDesk.ModelId input) {
    Role.require(Role.ADMIN);
    setup.changed();
    CatalogModel model =
        setup
            .get()
            .model(input.modelId())
            .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    if (!setup.usable(model)) {
      return Trial.failed("no_key");
    }
    try {
      return model.embeds()
          ? embedded(model)
          : answered(alone(model).stream(request(model), new Silent(), false));
    } catch (RoutedFailure e) {
      Attempt last = e.attempts().isEmpty() ? null : e.attempts().getLast();
      return new Trial(
          false,
          e.last().kind().name().toLowerCase(Locale.ROOT),
          null,
          last == null ? null : last.millis(),
          null,
          null);
    } catch (RoutingProblem e) {
      return Trial.failed("invalid");
    } catch (BudgetExceeded e) {
      throw e.problem();
    }
  }

  private ModelDoor alone(CatalogModel model) {
    Catalogue one = only(model);
    Router router = new Router(() -> one, setup, new Health(), PATIENCE);
    return new ModelDoor(router, setup, budgets, tariff);
  }

  private Trial embedded(CatalogModel model) {
    Catalogue one = only(model);
    VectorRouter router = new VectorRouter(() -> one, setup, new Health());
    VectorAnswer answer =
        new VectorDoor(router, setup, budgets, tariff)
            .embed(
                new VectorRequest(
                    UUID.randomUUID(),
                    model.id(),
                    List.of("OK"),
                    null,
                    Clearance.PUBLIC,
                    spender.get(),
                    null),
                () -> false);
    int millis = answer.attempts().getLast().millis();
    return new Trial(true, null, null, millis, answer.cost().units(), tariff.currency());
  }

  private Catalogue only(CatalogModel model) {
    CatalogModel on =
        new CatalogModel(
            model.id(),
            model.provider(),
            model.vendorName(),
            model.name(),
            model.contextTokens(),
            model.maxOutputTokens(),
            model.reads(),
            model.tools(),
            model.jsonSchema(),
            model.effort(),
            model.sampling(),
            model.price(),
            model.masks(),
            true,
            model.dimensions());
    return new Catalogue(List.of(setup.get().providerOf(model)), List.of(on), Map.of());
  }

  private DoorRequest request(CatalogModel model) {
    return new DoorRequest(
        UUID.randomUUID(),
        new Selection.ByModel(model.id()),
        ModelRequest.of(List.of(FromPerson.of("Reply with the single word OK."))),
        Clearance.PUBLIC,
        spender.get(),
        null,
        null,
        PlaceholderBook.ofOneCall());
  }

  private Trial answered(DoorAnswer answer) {
    Attempt last = answer.attempts().getLast();
    return new Trial(
        true,
        null,
        last.firstTokenMillis(),
        last.millis(),
        answer.cost().units(),
        tariff.currency());
  }

  /** Nobody reads it. */
  private static final class Silent implements DoorSink {
    @Override
    public void text(String delta) {}

    @Override
    public boolean cancelled() {
      return false;
    }

    @Override
    public void switched(String from, String to, boolean midway) {}
  }
}
