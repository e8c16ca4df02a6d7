package app.madang.models.routing;

import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.Catalogue;
import app.madang.models.catalogue.Policy;
import app.madang.models.routing.RoutingProblem.Reason;
import app.madang.models.routing.Selection.ByModel;
import app.madang.models.routing.Selection.ByPolicy;
import app.madang.models.routing.Skipped.Why;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The models that may answer a call, best first. */
final class Candidates {

  private Candidates() {}

  /**
   * Finds them.
   *
   * @param usable whether a model is switched on and has its key
   * @param tokens how long the call likely is, its answer included
   * @throws RoutingProblem when there is none
   */
  static Route of(
      Catalogue catalogue,
      Selection asked,
      Need need,
      long tokens,
      Predicate<CatalogModel> usable) {
    Selection selection =
        asked instanceof ByModel(String name)
            ? catalogue.named(name).<Selection>map(model -> new ByModel(model.id())).orElse(asked)
            : asked;
    if (selection instanceof ByPolicy(Policy policy) && !catalogue.isOpen(policy)) {
      throw new RoutingProblem(Reason.UNKNOWN_MODEL, policy.code());
    }
    List<CatalogModel> wanted = wanted(catalogue, selection).stream().filter(usable).toList();
    if (wanted.isEmpty()) {
      throw selection instanceof ByModel(String id)
          ? new RoutingProblem(Reason.UNKNOWN_MODEL, id)
          : new RoutingProblem(Reason.NO_MODEL, null);
    }
    if (selection instanceof ByModel(String id) && !wanted.getFirst().id().equals(id)) {
      throw new RoutingProblem(Reason.UNKNOWN_MODEL, id);
    }
    List<Skipped> skipped = new ArrayList<>();
    List<CatalogModel> allowed =
        kept(wanted, model -> need.allows(catalogue.providerOf(model)), Why.CLEARANCE, skipped);
    if (allowed.isEmpty()) {
      throw new RoutingProblem(Reason.CLEARANCE, null);
    }
    List<CatalogModel> able = kept(allowed, need::metBy, Why.ABILITY, skipped);
    if (able.isEmpty()) {
      throw new RoutingProblem(Reason.ABILITY, null);
    }
    List<CatalogModel> roomy =
        kept(able, model -> model.contextTokens() >= tokens, Why.TOO_LONG, skipped);
    if (roomy.isEmpty()) {
      throw new RoutingProblem(
          tokens, able.stream().mapToInt(CatalogModel::contextTokens).max().orElse(0));
    }
    return new Route(
        roomy,
        skipped,
        wanted.stream().map(CatalogModel::id).toList(),
        selection instanceof ByModel);
  }

  private static List<CatalogModel> kept(
      List<CatalogModel> models, Predicate<CatalogModel> keep, Why why, List<Skipped> skipped) {
    List<CatalogModel> kept = new ArrayList<>();
    for (CatalogModel model : models) {
      if (keep.test(model)) {
        kept.add(model);
      } else {
        skipped.add(new Skipped(model.id(), why));
      }
    }
    return kept;
  }

  /** Who named a model gets it, and after it those who serve best: other vendors first. */
  private static Set<CatalogModel> wanted(Catalogue catalogue, Selection selection) {
    return switch (selection) {
      case ByPolicy(Policy policy) -> new LinkedHashSet<>(catalogue.of(policy));
      case ByModel(String id) -> {
        Set<CatalogModel> found = new LinkedHashSet<>();
        catalogue.model(id).ifPresent(found::add);
        if (!found.isEmpty()) {
          String provider = found.iterator().next().provider();
          List<CatalogModel> peers = catalogue.members(Policy.BEST);
          peers.stream().filter(model -> !model.provider().equals(provider)).forEach(found::add);
          found.addAll(peers);
        }
        yield found;
      }
    };
  }
}
