package app.madang.models.door;

import app.madang.metering.BudgetExceeded;
import app.madang.metering.Budgets;
import app.madang.metering.Money;
import app.madang.metering.Tariff;
import app.madang.models.Embedded;
import app.madang.models.EmbeddingPurpose;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.masking.Masker;
import app.madang.models.masking.PersonalDataBlocked;
import app.madang.models.masking.Placeholders;
import app.madang.models.routing.Attempt;
import app.madang.models.routing.RoutedFailure;
import app.madang.models.routing.RoutingProblem;
import app.madang.models.routing.VectorRouter;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The one way to an embedding model. Every text is masked before it leaves and every token paid.
 */
public final class VectorDoor {

  private final VectorRouter router;
  private final ModelDoor.Maskers maskers;
  private final Budgets budgets;
  private final Tariff tariff;
  private final DoorMeters meters;

  /** Over what the platform is set up with; nothing is measured. */
  public VectorDoor(
      VectorRouter router, ModelDoor.Maskers maskers, Budgets budgets, Tariff tariff) {
    this(router, maskers, budgets, tariff, DoorMeters.silent());
  }

  /** Over what the platform is set up with. */
  public VectorDoor(
      VectorRouter router,
      ModelDoor.Maskers maskers,
      Budgets budgets,
      Tariff tariff,
      DoorMeters meters) {
    this.router = router;
    this.maskers = maskers;
    this.budgets = budgets;
    this.tariff = tariff;
    this.meters = meters;
  }

  /** Vectors with their receipt. */
  public record VectorAnswer(Embedded embedded, String model, List<Attempt> attempts, Money cost) {}

  /**
   * Turns texts into vectors, on the calling thread. Each text is masked by itself, so that the
   * same text has the same vector whatever stands beside it.
   *
   * @param cancelled whether nobody wants them any more; looked at several times a second, by any
   *     thread
   * @throws RoutingProblem when the model may not be asked
   * @throws PersonalDataBlocked when a text holds what the model must not get
   * @throws BudgetExceeded when a budget does not allow it
   * @throws RoutedFailure when the model did not answer
   */
  public VectorAnswer embed(VectorRequest request, BooleanSupplier cancelled) {
    CatalogModel model =
        router.model(request.model(), request.texts(), request.dimensions(), request.data());
    Masker masker = maskers.of(model.masks());
    List<String> leave =
        request.texts().stream().map(text -> masker.mask(text, new Placeholders()).text()).toList();
    Payer payer = new Payer(request.id(), request.spender(), request.apiKeyId(), null);
    MeteredLedger ledger =
        new MeteredLedger(budgets, tariff, payer, meters, DoorMeters.Operation.EMBEDDINGS);
    VectorRouter.Wanted wanted =
        new VectorRouter.Wanted(leave, request.dimensions(), EmbeddingPurpose.ANY, cancelled);
    VectorRouter.Vectors vectors = router.embed(model, wanted, ledger);
    return new VectorAnswer(vectors.embedded(), model.id(), vectors.attempts(), ledger.spent());
  }
}
