package app.madang.models.door;

import app.madang.metering.BudgetExceeded;
import app.madang.metering.Budgets;
import app.madang.metering.Money;
import app.madang.metering.Tariff;
import app.madang.models.Completion;
import app.madang.models.ModelMessage.ToolCall;
import app.madang.models.ModelRequest;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.masking.MaskPolicy;
import app.madang.models.masking.Masker;
import app.madang.models.masking.PersonalDataBlocked;
import app.madang.models.masking.Placeholders;
import app.madang.models.masking.Unmasker;
import app.madang.models.routing.Route;
import app.madang.models.routing.Routed;
import app.madang.models.routing.RoutedFailure;
import app.madang.models.routing.Router;
import app.madang.models.routing.RoutingProblem;
import app.madang.models.routing.TokenEstimate;
import app.madang.models.routing.Waiter;
import java.util.List;

/** The one way to a model. Every text is masked before it leaves and every token is paid. */
public final class ModelDoor {

  private final Router router;
  private final Maskers maskers;
  private final Budgets budgets;
  private final Tariff tariff;
  private final DoorMeters meters;

  /** Over what the platform is set up with; nothing is measured. */
  public ModelDoor(Router router, Maskers maskers, Budgets budgets, Tariff tariff) {
    this(router, maskers, budgets, tariff, DoorMeters.silent());
  }

  /** Over what the platform is set up with. */
  public ModelDoor(
      Router router, Maskers maskers, Budgets budgets, Tariff tariff, DoorMeters meters) {
    this.router = router;
    this.maskers = maskers;
    this.budgets = budgets;
    this.tariff = tariff;
    this.meters = meters;
  }

  /**
   * Answers piece by piece, on the calling thread.
   *
   * @param mayContinue whether another model may go on in the middle
   * @throws RoutingProblem when no model may be asked
   * @throws PersonalDataBlocked when the text holds what the model must not get
   * @throws BudgetExceeded when a budget does not allow it
   * @throws RoutedFailure when no model could finish
   */
  public DoorAnswer stream(DoorRequest request, DoorSink sink, boolean mayContinue) {
    Ready ready = ready(request);
    MeteredLedger ledger =
        new MeteredLedger(budgets, tariff, Payer.of(request), meters, DoorMeters.Operation.CHAT);
    Unmasking unmasking = new Unmasking(sink, ready.placeholders());
    Routed routed;
    try {
      routed = router.stream(ready.route(), ready.leaves(), ledger, unmasking, mayContinue);
    } catch (RoutedFailure e) {
      sink.broke(e.attempts(), e.skipped(), ready.masked().counts(), ledger.spent());
      throw e;
    } finally {
      unmasking.finish();
    }
    return answer(request, routed, ready.masked(), ledger, ready.placeholders());
  }

  /**
   * Answers at once, on the calling thread.
   *
   * @throws RoutingProblem when no model may be asked
   * @throws PersonalDataBlocked when the text holds what the model must not get
   * @throws BudgetExceeded when a budget does not allow it
   * @throws RoutedFailure when no model could answer
   */
  public DoorAnswer call(DoorRequest request) {
    return call(request, () -> false);
  }

  /** The same, as long as somebody waits for it. */
  public DoorAnswer call(DoorRequest request, Waiter waiter) {
    Ready ready = ready(request);
    MeteredLedger ledger =
        new MeteredLedger(budgets, tariff, Payer.of(request), meters, DoorMeters.Operation.CHAT);
    Waiter unmasked =
        new Waiter() {
          @Override
          public boolean cancelled() {
            return waiter.cancelled();
          }

          @Override
          public void said(String model, Completion completion) {
            waiter.said(model, restored(request, completion, ready.placeholders()));
          }
        };
    Routed routed = router.call(ready.route(), ready.leaves(), ledger, unmasked);
    return answer(request, routed, ready.masked(), ledger, ready.placeholders());
  }

  /** The models that would be asked, best first. */
  public List<CatalogModel> candidates(DoorRequest request) {
    return router.candidates(request.selection(), request.request(), request.data());
  }

  /** What a call likely costs at its first model, if the answer has so many tokens. */
  public Money estimate(CatalogModel model, ModelRequest request, int outputTokens) {
    long input = TokenEstimate.likely(request);
    return tariff.cost(model.price().of(input), input, 0, outputTokens);
  }

  /** A call as it may leave, and who may get it. */
  private record Ready(
      Route route, MaskedCall masked, ModelRequest leaves, Placeholders placeholders) {}

  /** Who must not get what the text holds is left out; who was named is not replaced for it. */
  private Ready ready(DoorRequest request) {
    Route route = router.route(request.selection(), request.request(), request.data());
    while (true) {
      List<CatalogModel> candidates = route.candidates();
      Placeholders placeholders = request.placeholders().load();
      MaskedCall masked = new MaskedCall(maskers.of(Strictest.of(candidates)), placeholders);
      try {
        ModelRequest leaves = masked.of(request.request());
        if (request.placeholders().keep(placeholders)) {
          meters.masked(masked.counts());
          return new Ready(route, masked, leaves, placeholders);
        }
      } catch (PersonalDataBlocked blocked) {
        List<CatalogModel> denied =
            candidates.stream().filter(model -> !takes(model, blocked)).toList();
        boolean replaced = route.named() && denied.contains(candidates.getFirst());
        if (denied.isEmpty() || denied.size() == candidates.size() || replaced) {
          throw blocked;
        }
        route = route.without(denied);
      }
    }
  }

  private static boolean takes(CatalogModel model, PersonalDataBlocked blocked) {
    return blocked.kinds().stream()
        .noneMatch(kind -> model.masks().action(kind) == MaskPolicy.Action.BLOCK);
  }

  private static DoorAnswer answer(
      DoorRequest request,
      Routed routed,
      MaskedCall masked,
      MeteredLedger ledger,
      Placeholders placeholders) {
    return new DoorAnswer(
        restored(request, routed.completion(), placeholders),
        routed.model(),
        routed.attempts(),
        routed.skipped(),
        masked.counts(),
        ledger.spent());
  }

  private static Completion restored(
      DoorRequest request, Completion said, Placeholders placeholders) {
    return placeholders.isEmpty()
        ? said
        : new Completion(
            Unmasker.restore(said.text(), placeholders),
            said.calls().stream().map(call -> restored(request, call, placeholders)).toList(),
            said.finish(),
            said.tokens());
  }

  private static ToolCall restored(DoorRequest request, ToolCall call, Placeholders placeholders) {
    return new ToolCall(
        call.id(), call.name(), request.restored(call.name(), call.arguments(), placeholders));
  }

  /** Makes maskers, with the administrators' patterns. */
  public interface Maskers {

    /** One for a policy. */
    Masker of(MaskPolicy policy);
  }
}
