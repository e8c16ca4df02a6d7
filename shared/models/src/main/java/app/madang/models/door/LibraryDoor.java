package app.madang.models.door;

import app.madang.metering.BudgetExceeded;
import app.madang.metering.Budgets;
import app.madang.metering.Tariff;
import app.madang.metering.UsageLog;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.masking.Masker;
import app.madang.models.masking.Placeholders;
import app.madang.models.routing.RoutedFailure;
import app.madang.models.routing.RoutingProblem;
import app.madang.models.routing.VectorRouter;
import java.util.List;
import java.util.UUID;

/**
 * The way of the company's documents, and of the searches in them, to a vendor's embedding model.
 * Every text is masked before it leaves and every token is paid. The platform's own model is not
 * reached by it: that one costs nothing.
 */
public final class LibraryDoor {

  private final VectorRouter router;
  private final ModelDoor.Maskers maskers;
  private final Budgets budgets;
  private final Budgets background;
  private final Tariff tariff;
  private final DoorMeters meters;

  /** Over what the platform is set up with. */
  public LibraryDoor(
      VectorRouter router,
      ModelDoor.Maskers maskers,
      Budgets budgets,
      UsageLog usage,
      Tariff tariff,
      DoorMeters meters) {
    this.router = router;
    this.maskers = maskers;
    this.budgets = budgets;
    this.background = new InBackground(usage);
    this.tariff = tariff;
    this.meters = meters;
  }

  /**
   * One vector a text, in order.
   *
   * @throws RoutingProblem when the model may not be asked
   * @throws app.madang.models.masking.PersonalDataBlocked when a text holds what it must not get
   * @throws BudgetExceeded when a budget does not allow what somebody waits for
   * @throws RoutedFailure when it did not answer
   */
  public List<float[]> embed(LibraryRequest request) {
    int dimensions = request.dimensions();
    CatalogModel model = router.model(request.model(), request.texts(), dimensions, request.data());
    Masker masker = maskers.of(model.masks());
    List<String> leave =
        request.texts().stream().map(text -> masker.mask(text, new Placeholders()).text()).toList();
    // a model of one length is not told it: many endpoints refuse the word
    Integer asked =
        model.dimensions() != null && model.dimensions() > dimensions ? dimensions : null;
    MeteredLedger ledger =
        new MeteredLedger(
            request.waited() ? budgets : background,
            tariff,
            new Payer(UUID.randomUUID(), request.spender(), null, null),
            meters,
            DoorMeters.Operation.EMBEDDINGS);
    VectorRouter.Wanted wanted =
        new VectorRouter.Wanted(leave, asked, request.purpose(), () -> false);
    return router.embed(model, wanted, ledger).embedded().vectors();
  }
}
