package app.madang.models.routing;

import app.madang.contracts.Clearance;
import app.madang.models.EmbeddingClient;
import app.madang.models.ModelClient;
import app.madang.models.ModelFailure;
import app.madang.models.ModelFailure.Kind;
import app.madang.models.ModelRequest;
import app.madang.models.Patience;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.Catalogue;
import java.util.List;
import java.util.function.Supplier;

/** Asks the best model that may and can, and the next when it fails. */
public final class Router {

  /** An answer's length when nobody says: enough for most, and money can be held for it. */
  public static final int USUAL_OUTPUT = 4096;

  /** Where models are reached. */
  public interface Reach {

    /** Whether a model is switched on and has its key. */
    boolean usable(CatalogModel model);

    /** Its client. */
    ModelClient client(CatalogModel model);

    /** The client of an embedding model. */
    default EmbeddingClient embedder(CatalogModel model) {
      throw new ModelFailure(Kind.UNKNOWN_MODEL, null);
    }
  }

  private final Supplier<Catalogue> catalogue;
  private final Reach reach;
  private final Health health;
  private final Patience patience;

  /** Over a catalogue that may change between calls. */
  public Router(Supplier<Catalogue> catalogue, Reach reach, Health health, Patience patience) {
    this.catalogue = catalogue;
    this.reach = reach;
    this.health = health;
    this.patience = patience;
  }

  /**
   * The models that would be asked, best first.
   *
   * @throws RoutingProblem when there is none
   */
  public List<CatalogModel> candidates(Selection selection, ModelRequest request, Clearance data) {
    return route(selection, request, data).candidates();
  }

  /**
   * The same, with those that are not asked.
   *
   * @throws RoutingProblem when there is none to ask
   */
  public Route route(Selection selection, ModelRequest request, Clearance data) {
    return Candidates.of(
        catalogue.get(),
        selection,
        Need.of(request, data),
        TokenEstimate.likely(request) + output(request),
        model -> !model.embeds() && model.enabled() && reach.usable(model));
  }

  /**
   * Answers piece by piece.
   *
   * @param route of {@link #route}
   * @param mayContinue whether another model may go on in the middle of what was read
   * @throws RoutedFailure when none of them could finish
   */
  public Routed stream(
      Route route, ModelRequest request, Ledger ledger, RouterSink sink, boolean mayContinue) {
    Journey journey =
        new Journey(health, reach, ledger, patience, request, sink, mayContinue, sink::cancelled);
    return journey.travel(route);
  }

  Routed stream(
      List<CatalogModel> candidates,
      ModelRequest request,
      Ledger ledger,
      RouterSink sink,
      boolean mayContinue) {
    return stream(Route.of(candidates), request, ledger, sink, mayContinue);
  }

  /**
   * Answers at once, as long as somebody waits for it.
   *
   * @param route of {@link #route}
   * @throws RoutedFailure when none of them could answer
   */
  public Routed call(Route route, ModelRequest request, Ledger ledger, Waiter waiter) {
    Journey journey = new Journey(health, reach, ledger, patience, request, null, false, waiter);
    return journey.travel(route);
  }

  Routed call(List<CatalogModel> candidates, ModelRequest request, Ledger ledger) {
    return call(Route.of(candidates), request, ledger, () -> false);
  }

  static int output(ModelRequest request) {
    Integer most = request.sampling().maxOutputTokens();
    return most == null ? USUAL_OUTPUT : most;
  }

  static ModelFailure nobodyFree() {
    return new ModelFailure(Kind.UNAVAILABLE, null);
  }
}
