package app.madang.models.setup;

import app.madang.contracts.Clearance;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.EffortStyle;
import app.madang.models.catalogue.Modality;
import app.madang.models.catalogue.Price;
import app.madang.models.catalogue.Provider;
import app.madang.models.catalogue.ProviderKind;
import app.madang.models.masking.MaskPolicy;
import app.madang.runtime.Settings;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** The platform's own embedding function, where {@code EMBEDDING_URL} names one: nothing leaves. */
final class LocalEmbedding {

  static final String PROVIDER = "local";

  static final String MODEL = "local-embedding";

  private LocalEmbedding() {}

  static Optional<Provider> provider() {
    return Settings.optional("EMBEDDING_URL")
        .map(
            url ->
                new Provider(
                    PROVIDER,
                    ProviderKind.LOCAL,
                    "Madang",
                    "madang:embedding",
                    null,
                    Clearance.CONFIDENTIAL,
                    null));
  }

  /** It reads English sentences best, and cuts what is longer than 256 of its tokens. */
  static CatalogModel model() {
    return new CatalogModel(
        MODEL,
        PROVIDER,
        "all-MiniLM-L6-v2",
        "MiniLM L6",
        2_000,
        16,
        Set.of(Modality.TEXT),
        false,
        false,
        EffortStyle.NONE,
        false,
        Price.free(LocalDate.EPOCH),
        MaskPolicy.MASK_ALL,
        true,
        384);
  }
}
