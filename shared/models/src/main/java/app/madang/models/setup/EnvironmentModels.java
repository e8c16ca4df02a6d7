package app.madang.models.setup;

import app.madang.contracts.Clearance;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.EffortStyle;
import app.madang.models.catalogue.Modality;
import app.madang.models.catalogue.Policy;
import app.madang.models.catalogue.Price;
import app.madang.models.catalogue.Provider;
import app.madang.models.catalogue.ProviderKind;
import app.madang.models.masking.MaskPolicy;
import app.madang.runtime.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint that speaks OpenAI's interface and is named by the environment: {@code
 * OPENAI_BASE_URL}, {@code OPENAI_API_KEY} (optional), {@code OPENAI_MODELS=a,b} and {@code
 * OPENAI_EMBEDDINGS=c}. On this machine or in its network it is taken for the company's own.
 *
 * @param own whether it is
 */
record EnvironmentModels(Optional<Provider> provider, List<CatalogModel> models, boolean own) {

  static final String PROVIDER = "environment";

  private static final int CONTEXT = 128_000;
  private static final int MOST = 16_000;
  private static final int LONGEST_ID = 64;
  private static final int DIGEST = 10;
  private static final Pattern PLAIN = Pattern.compile("[a-z0-9][a-z0-9._:-]{0,63}");
  private static final Pattern DIGESTED = Pattern.compile("(?:.*-)?[0-9a-f]{10}");

  static EnvironmentModels read() {
    Optional<String> base = Settings.optional("OPENAI_BASE_URL");
    return base.isEmpty()
        ? new EnvironmentModels(Optional.empty(), List.of(), false)
        : of(base.get(), names("OPENAI_MODELS"), names("OPENAI_EMBEDDINGS"));
  }

  static EnvironmentModels of(String base, List<String> chat, List<String> embeddings) {
    boolean own = BaseUrls.isInside(base);
    Provider provider =
        new Provider(
            PROVIDER,
            ProviderKind.OPENAI_COMPATIBLE,
            "OpenAI-compatible",
            base.replaceAll("/+$", ""),
            null,
            own ? Clearance.CONFIDENTIAL : Clearance.INTERNAL,
            "OPENAI_API_KEY");
    List<CatalogModel> all = new ArrayList<>();
    chat.forEach(name -> all.add(model(name, null)));
    embeddings.forEach(name -> all.add(model(name, 0)));
    return new EnvironmentModels(Optional.of(provider), List.copyOf(all), own);
  }

  private static List<String> names(String variable) {
    return Arrays.stream(Settings.optional(variable).orElse("").split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /**
   * Vendors' names have slashes and capitals, ids do not: they stand in addresses. What had to be
   * changed ends with a digest of the name, so that no two names have one id.
   */
  static String id(String name) {
    if (PLAIN.matcher(name).matches() && !DIGESTED.matcher(name).matches()) {
      return name;
    }
    String id =
        name.toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9._:-]+", "-")
            .replaceAll("^[^a-z0-9]+", "");
    String digest = digest(name);
    return id.substring(0, Math.min(id.length(), LONGEST_ID - DIGEST - 1))
        + (id.isEmpty() ? "" : "-")
        + digest;
  }

  private static String digest(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGEST);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static CatalogModel model(String name, @Nullable Integer dimensions) {
    return new CatalogModel(
        id(name),
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
    return own && (policy == Policy.CHEAP || policy == Policy.PRIVATE);
  }

  /** What leaves the company is not private. */
  boolean servesIn(Policy policy) {
    return own || policy != Policy.PRIVATE;
  }
}
