package app.madang.models.setup;

import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.EffortStyle;
import app.madang.models.catalogue.Modality;
import app.madang.models.catalogue.Policy;
import app.madang.models.catalogue.Price;
import app.madang.models.catalogue.Provider;
import app.madang.models.masking.MaskPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue that ships with the program. */
record CatalogueFile(
    List<Provider> providers, List<ModelEntry> models, Map<Policy, List<String>> policies) {

  /** A model as it stands in the file and in the database. */
  record ModelEntry(
      String id,
      String provider,
      String vendorName,
      String name,
      int contextTokens,
      int maxOutputTokens,
      Set<Modality> reads,
      boolean tools,
      boolean jsonSchema,
      EffortStyle effort,
      boolean sampling,
      Price price,
      @Nullable MaskPolicy masks,
      @Nullable Boolean enabled,
      @Nullable Integer dimensions) {

    CatalogModel model() {
      return new CatalogModel(
          id,
          provider,
          vendorName,
          name,
          contextTokens,
          maxOutputTokens,
          reads,
          tools,
          jsonSchema,
          effort,
          sampling,
          price,
          masks == null ? MaskPolicy.MASK_ALL : masks,
          enabled == null || enabled,
          dimensions);
    }

    static ModelEntry of(CatalogModel model) {
      return new ModelEntry(
          model.id(),
          model.provider(),
          model.vendorName(),
          model.name(),
          model.contextTokens(),
          model.maxOutputTokens(),
          model.reads(),
          model.tools(),
          model.jsonSchema(),
          model.effort(),
          model.sampling(),
          model.price(),
          model.masks(),
          model.enabled(),
          model.dimensions());
    }
  }

  /** A policy as an administrator wants it. */
  record PolicyEntry(boolean enabled, List<String> models) {}

  static CatalogueFile shipped(JsonMapper json) {
    try (InputStream file = CatalogueFile.class.getResourceAsStream("/madang/catalogue.json")) {
      return json.readValue(file, CatalogueFile.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
