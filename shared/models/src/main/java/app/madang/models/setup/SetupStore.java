package app.madang.models.setup;

import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.Catalogue;
import app.madang.models.catalogue.Policy;
import app.madang.models.catalogue.Provider;
import app.madang.models.masking.CustomPattern;
import app.madang.models.setup.CatalogueFile.ModelEntry;
import app.madang.models.setup.CatalogueFile.PolicyEntry;
import app.madang.runtime.Transactions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what is set up: one statement, for everything together. */
final class SetupStore {

  private static final Logger LOG = LoggerFactory.getLogger(SetupStore.class);

  private static final String ALL =
      """
      SELECT kind AS what, id, body::text AS text, NULL::bytea AS sealed, NULL AS label FROM models.entries
      UNION ALL SELECT 'KEY', provider, NULL, sealed, NULL FROM models.keys
      UNION ALL SELECT 'PATTERN', name, regex, NULL, label FROM models.mask_patterns
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final CatalogueFile shipped;
  private final EnvironmentModels environment = EnvironmentModels.read();

  SetupStore(Transactions transactions, JdbcClient jdbc, JsonMapper json) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.json = json;
    this.shipped = CatalogueFile.shipped(json);
  }

  private record Row(String what, String id, String text, byte[] sealed, String label) {}

  Snapshot read() {
    List<Row> rows = transactions.read(() -> jdbc.sql(ALL).query(Row.class).list());
    Map<String, Provider> providers = new LinkedHashMap<>();
    shipped.providers().forEach(provider -> providers.put(provider.id(), provider));
    environment.provider().ifPresent(provider -> providers.put(provider.id(), provider));
    Map<String, CatalogModel> models = new LinkedHashMap<>();
    shipped.models().forEach(entry -> models.put(entry.id(), entry.model()));
    environment.models().forEach(model -> models.put(model.id(), model));
    LocalEmbedding.provider()
        .ifPresent(
            own -> {
              providers.put(own.id(), own);
              models.put(LocalEmbedding.MODEL, LocalEmbedding.model());
            });
    Map<String, byte[]> keys = new HashMap<>();
    List<CustomPattern> patterns = new ArrayList<>();
    String usual = Policy.BEST.code();
    CacheRule cache = CacheRule.OFF;
    Map<Policy, PolicyEntry> wanted = new EnumMap<>(Policy.class);
    for (Row row : rows) {
      try {
        switch (row.what()) {
          case "PROVIDER" -> put(providers, row.id(), json.readValue(row.text(), Provider.class));
          case "MODEL" ->
              models.put(row.id(), json.readValue(row.text(), ModelEntry.class).model());
          case "DEFAULT" -> usual = json.readTree(row.text()).path("model").asString(usual);
          case "CACHE" -> cache = json.readValue(row.text(), CacheRule.class);
          case "POLICY" ->
              wanted.put(
                  Policy.of(row.id()).orElseThrow(() -> new IllegalArgumentException(row.id())),
                  json.readValue(row.text(), PolicyEntry.class));
          case "KEY" -> keys.put(row.id(), row.sealed());
          case "PATTERN" -> patterns.add(new CustomPattern(row.id(), row.text(), row.label()));
          default -> throw new IllegalArgumentException(row.what());
        }
      } catch (JacksonException | IllegalArgumentException e) {
        // one that a later version wrote must not take all models away
        LOG.error("{} {} cannot be read and is left out", row.what(), row.id(), e);
      }
    }
    models.values().removeIf(model -> !providers.containsKey(model.provider()));
    Map<Policy, List<String>> policies = policies(models);
    Set<Policy> closed = EnumSet.noneOf(Policy.class);
    wanted.forEach(
        (policy, entry) -> {
          policies.put(policy, new ArrayList<>(entry.models()));
          if (!entry.enabled()) {
            closed.add(policy);
          }
        });
    policies.forEach((policy, ids) -> ids.removeIf(id -> !serves(policy, id, models, providers)));
    return new Snapshot(
        new Catalogue(providers.values(), models.values(), policies, closed),
        keys,
        patterns,
        usual,
        cache);
  }

  /** A provider that may see less than before serves no private questions any more. */
  private static boolean serves(
      Policy policy, String id, Map<String, CatalogModel> models, Map<String, Provider> providers) {
    CatalogModel model = models.get(id);
    Provider provider = model == null ? null : providers.get(model.provider());
    return provider != null && policy.admits(provider.clearance());
  }

  /** Of the operator's own endpoint, the address and the key stay the environment's. */
  private void put(Map<String, Provider> providers, String id, Provider changed) {
    if (!id.equals(EnvironmentModels.PROVIDER)) {
      providers.put(id, changed);
      return;
    }
    environment
        .provider()
        .map(
            own ->
                new Provider(
                    own.id(),
                    own.kind(),
                    changed.name(),
                    own.baseUrl(),
                    own.region(),
                    changed.clearance(),
                    own.keyVariable()))
        .ifPresent(own -> providers.put(id, own));
  }

  /** Added models serve where the shipped list does not name them too: last, or first if own. */
  private Map<Policy, List<String>> policies(Map<String, CatalogModel> models) {
    Map<Policy, List<String>> policies = new EnumMap<>(Policy.class);
    for (Policy policy : Policy.values()) {
      List<String> ids = new ArrayList<>(shipped.policies().getOrDefault(policy, List.of()));
      List<String> own =
          environment.models().stream()
              .filter(model -> !model.embeds() && environment.servesIn(policy))
              .map(CatalogModel::id)
              .toList();
      ids.addAll(environment.firstIn(policy) ? 0 : ids.size(), own);
      if (policy != Policy.PRIVATE) {
        models.values().stream()
            .filter(model -> !model.embeds())
            .map(CatalogModel::id)
            .filter(id -> !isShipped(id) && !ids.contains(id))
            .forEach(ids::add);
      }
      policies.put(policy, ids);
    }
    return policies;
  }

  private boolean isShipped(String id) {
    return shipped.models().stream().anyMatch(entry -> entry.id().equals(id));
  }
}
