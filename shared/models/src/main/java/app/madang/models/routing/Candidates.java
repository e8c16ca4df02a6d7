package app.madang.models.routing;

import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.Catalogue;
import app.madang.models.catalogue.Policy;
import app.madang.models.routing.RoutingProblem.Reason;
import app.madang.models.routing.Selection.ByModel;
import app.madang.models.routing.Selection.ByPolicy;
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
  static List<CatalogModel> of(
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
    List<CatalogModel> allowed =
        wanted.stream().filter(model -> need.allows(catalogue.providerOf(model))).toList();
    if (allowed.isEmpty()) {
      throw new RoutingProblem(Reason.CLEARANCE, null);
    }
    List<CatalogModel> able = allowed.stream().filter(need::metBy).toList();
    if (able.isEmpty()) {
      throw new RoutingProblem(Reason.ABILITY, null);
    }
    List<CatalogModel> roomy =
        able.stream().filter(model -> model.contextTokens() >= tokens).toList();
    if (roomy.isEmpty()) {
      throw new RoutingProblem(
          tokens, able.stream().mapToInt(CatalogModel::contextTokens).max().orElse(0));
    }
    return roomy;
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
