package app.madang.models.routing;

import app.madang.models.catalogue.CatalogModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is asked, and who would have been.
 *
 * @param candidates best first
 * @param skipped why the others are not
 * @param order the ids of all of them, best first
 * @param named whether the first was asked for by name
 */
public record Route(
    List<CatalogModel> candidates, List<Skipped> skipped, List<String> order, boolean named) {

  /** Copies the lists. */
  public Route {
    candidates = List.copyOf(candidates);
    skipped = List.copyOf(skipped);
    order = List.copyOf(order);
  }

  /** Some of the candidates, since the text holds what the others must not get. */
  public Route without(List<CatalogModel> blocked) {
    List<Skipped> more = new ArrayList<>(skipped);
    blocked.forEach(model -> more.add(new Skipped(model.id(), Skipped.Why.PERSONAL_DATA)));
    List<CatalogModel> rest =
        candidates.stream().filter(model -> !blocked.contains(model)).toList();
    return new Route(rest, more, order, named);
  }

  /** Who was passed over before a model had its turn. */
  List<Skipped> before(String model) {
    int turn = order.indexOf(model);
    return skipped.stream().filter(one -> order.indexOf(one.model()) < turn).toList();
  }

  static Route of(List<CatalogModel> candidates) {
    return new Route(
        candidates, List.of(), candidates.stream().map(CatalogModel::id).toList(), false);
  }
}
