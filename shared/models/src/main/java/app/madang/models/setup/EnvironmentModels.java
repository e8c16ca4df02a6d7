package app.madang.models.setup;

import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.Clearance;
import app.madang.models.catalogue.EffortStyle;
import app.madang.models.catalogue.Modality;
import app.madang.models.catalogue.Policy;
import app.madang.models.catalogue.Price;
import app.madang.models.catalogue.Provider;
import app.madang.models.catalogue.ProviderKind;
import app.madang.models.masking.MaskPolicy;
import app.madang.runtime.Settings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint that speaks OpenAI's interface and is named by the environment: {@code
 * OPENAI_BASE_URL}, {@code OPENAI_API_KEY} (optional), {@code OPENAI_MODELS=a,b} and {@code
 * OPENAI_EMBEDDINGS=c}. It is taken for the company's own.
 */
record EnvironmentModels(Optional<Provider> provider, List<CatalogModel> models) {

  static final String PROVIDER = "environment";

  private static final int CONTEXT = 128_000;
  private static final int MOST = 16_000;

  static EnvironmentModels read() {
    Optional<String> base = Settings.optional("OPENAI_BASE_URL");
    if (base.isEmpty()) {
      return new EnvironmentModels(Optional.empty(), List.of());
    }
    Provider provider =
        new Provider(
            PROVIDER,
            ProviderKind.OPENAI_COMPATIBLE,
            "OpenAI-compatible",
            base.get().replaceAll("/+$", ""),
            null,
            Clearance.CONFIDENTIAL,
            "OPENAI_API_KEY");
    List<CatalogModel> models =
        names("OPENAI_MODELS").stream().map(name -> model(name, null)).toList();
    List<CatalogModel> all = new ArrayList<>(models);
    names("OPENAI_EMBEDDINGS").forEach(name -> all.add(model(name, 0)));
    return new EnvironmentModels(Optional.of(provider), List.copyOf(all));
  }

  private static List<String> names(String variable) {
    return Arrays.stream(Settings.optional(variable).orElse("").split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static CatalogModel model(String name, @Nullable Integer dimensions) {
    return new CatalogModel(
        name,
        PROVIDER,
        name,
        name,
        Settings.integer("OPENAI_CONTEXT_TOKENS", CONTEXT),
        MOST,
        Set.of(Modality.TEXT, Modality.IMAGE),
        true,
        true,
        EffortStyle.NONE,
        true,
        Price.free(LocalDate.EPOCH),
        MaskPolicy.MASK_ALL,
        true,
        dimensions);
  }

  /** The company's own come first where money or privacy counts, and last elsewhere. */
  boolean firstIn(Policy policy) {
    return policy == Policy.CHEAP || policy == Policy.PRIVATE;
  }
}
