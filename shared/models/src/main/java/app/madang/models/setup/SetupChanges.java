package app.madang.models.setup;

import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.Policy;
import app.madang.models.catalogue.Provider;
import app.madang.models.masking.CustomPattern;
import app.madang.models.setup.CatalogueFile.ModelEntry;
import app.madang.models.setup.CatalogueFile.PolicyEntry;
import app.madang.runtime.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What administrators change. Inside a transaction of an administrator; the database asks too. */
public final class SetupChanges {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final CatalogueFile shipped;
  private final EnvironmentModels environment = EnvironmentModels.read();

  /** Over the database. */
  public SetupChanges(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
    this.shipped = CatalogueFile.shipped(json);
  }

  /** Whether a provider is there without anybody's adding it. */
  public boolean isShipped(Provider provider) {
    return shipped.providers().stream().anyMatch(known -> known.id().equals(provider.id()))
        || isFromEnvironment(provider);
  }

  /** Whether a provider and its key are the operator's. */
  public boolean isFromEnvironment(Provider provider) {
    return provider.id().equals(EnvironmentModels.PROVIDER)
        || provider.id().equals(LocalEmbedding.PROVIDER);
  }

  /** Whether a model is there without anybody's adding it. */
  public boolean isShipped(CatalogModel model) {
    return model.id().equals(LocalEmbedding.MODEL)
        || shipped.models().stream().anyMatch(known -> known.id().equals(model.id()))
        || environment.models().stream().anyMatch(known -> known.id().equals(model.id()));
  }

  /** Keeps a provider. */
  public void put(Provider provider) {
    put("PROVIDER", provider.id(), provider);
  }

  /** Keeps a model. */
  public void put(CatalogModel model) {
    put("MODEL", model.id(), ModelEntry.of(model));
  }

  /** Keeps a policy: these models and no others, best first. */
  public void put(Policy policy, boolean enabled, List<String> models) {
    put("POLICY", policy.code(), new PolicyEntry(enabled, models));
  }

  /** Makes a policy as it was shipped. */
  public void forgetPolicy(Policy policy) {
    jdbc.sql("DELETE FROM models.entries WHERE kind = 'POLICY' AND id = ?")
        .param(policy.code())
        .update();
  }

  /** Keeps who answers those who choose nobody. */
  public void putUsual(String selection) {
    put("DEFAULT", "default", Map.of("model", selection));
  }

  /** Keeps whether answers may be given again; what was kept until now is not found any more. */
  public void putCache(boolean enabled, int seconds) {
    put("CACHE", "answers", new CacheRule(enabled, seconds, System.currentTimeMillis()));
  }

  private void put(String kind, String id, Object body) {
    jdbc.sql(
            """
            INSERT INTO models.entries (kind, id, body, updated_by)
            VALUES (:kind, :id, CAST(:body AS jsonb), :by)
            ON CONFLICT (kind, id) DO UPDATE
            SET body = excluded.body, updated_by = excluded.updated_by, updated_at = now()
            """)
        .param("kind", kind)
        .param("id", id)
        .param("body", json.writeValueAsString(body))
        .param("by", Caller.current().id())
        .update();
  }

  /** Forgets what was changed of a provider; one that was added goes with its key and models. */
  public void forgetProvider(String id) {
    jdbc.sql(
            """
            WITH keys AS (DELETE FROM models.keys WHERE provider = :id AND :added)
            DELETE FROM models.entries WHERE (kind = 'PROVIDER' AND id = :id)
              OR (kind = 'MODEL' AND body ->> 'provider' = :id AND :added)
            """)
        .param("id", id)
        .param(
            "added",
            shipped.providers().stream().noneMatch(known -> known.id().equals(id))
                && !id.equals(EnvironmentModels.PROVIDER))
        .update();
  }

  /** Forgets what was changed of a model; one that was added goes. */
  public void forgetModel(String id) {
    jdbc.sql("DELETE FROM models.entries WHERE kind = 'MODEL' AND id = ?").param(id).update();
  }

  /** Adds a pattern, or nothing when its name is taken. */
  public Optional<UUID> add(CustomPattern pattern) {
    return jdbc.sql(
            """
            INSERT INTO models.mask_patterns (name, regex, label, created_by)
            VALUES (:name, :regex, :label, :by) ON CONFLICT (name) DO NOTHING RETURNING id
            """)
        .param("name", pattern.name())
        .param("regex", pattern.regex())
        .param("label", pattern.replacementLabel())
        .param("by", Caller.current().id())
        .query(UUID.class)
        .optional();
  }

  /** Removes a pattern; whether there was one. */
  public boolean removePattern(UUID id) {
    return jdbc.sql("DELETE FROM models.mask_patterns WHERE id = ?").param(id).update() == 1;
  }
}
