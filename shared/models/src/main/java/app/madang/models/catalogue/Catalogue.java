package app.madang.models.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All providers and models at one moment; never changes. */
public final class Catalogue {

  private final Map<String, Provider> providers;
  private final Map<String, CatalogModel> models;
  private final Map<Policy, List<String>> policies;
  private final Set<Policy> closed;

  /** With all policies open. */
  public Catalogue(
      Collection<Provider> providers,
      Collection<CatalogModel> models,
      Map<Policy, List<String>> policies) {
    this(providers, models, policies, Set.of());
  }

  /**
   * Puts it together.
   *
   * @param policies the ids of models for each policy, best first
   * @param closed the policies that nobody may choose
   * @throws IllegalArgumentException when a model has no provider
   */
  public Catalogue(
      Collection<Provider> providers,
      Collection<CatalogModel> models,
      Map<Policy, List<String>> policies,
      Set<Policy> closed) {
    this.providers = byId(providers, Provider::id);
    this.models = byId(models, CatalogModel::id);
    this.policies = Map.copyOf(policies);
    this.closed = Set.copyOf(closed);
    for (CatalogModel model : models) {
      if (!this.providers.containsKey(model.provider())) {
        throw new IllegalArgumentException(model.id() + " has no provider " + model.provider());
      }
    }
  }

  private static <T> Map<String, T> byId(Collection<T> all, Function<T, String> id) {
    return all.stream()
        .collect(
            Collectors.toMap(
                id, Function.identity(), (first, second) -> second, LinkedHashMap::new));
  }

  /** A model by its id. */
  public Optional<CatalogModel> model(String id) {
    return Optional.ofNullable(models.get(id));
  }

  /** A model by its id, or by its vendor's name for it. */
  public Optional<CatalogModel> named(String name) {
    return model(name)
        .or(
            () ->
                models.values().stream()
                    .filter(model -> model.enabled() && model.vendorName().equals(name))
                    .findFirst());
  }

  /** Who runs a model. */
  public Provider providerOf(CatalogModel model) {
    return Objects.requireNonNull(providers.get(model.provider()));
  }

  /** A provider by its id. */
  public Optional<Provider> provider(String id) {
    return Optional.ofNullable(providers.get(id));
  }

  /** All providers. */
  public List<Provider> providers() {
    return List.copyOf(providers.values());
  }

  /** All models, those that are switched off too. */
  public List<CatalogModel> models() {
    return List.copyOf(models.values());
  }

  /** Whether a policy may be chosen. */
  public boolean isOpen(Policy policy) {
    return !closed.contains(policy);
  }

  /** The models that serve who chooses a policy, best first; none when nobody may choose it. */
  public List<CatalogModel> of(Policy policy) {
    return isOpen(policy) ? members(policy) : List.of();
  }

  /** A policy's models, best first, whether it may be chosen or not. */
  public List<CatalogModel> members(Policy policy) {
    List<CatalogModel> found = new ArrayList<>();
    for (String id : policies.getOrDefault(policy, List.of())) {
      model(id).ifPresent(found::add);
    }
    return found;
  }
}
