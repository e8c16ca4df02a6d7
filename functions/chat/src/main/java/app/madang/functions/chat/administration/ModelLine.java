package app.madang.functions.chat.administration;

import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.Modality;
import app.madang.models.catalogue.Price;
import app.madang.models.masking.PersonalData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A model as an administrator sees it. */
record ModelLine(
    String id,
    String provider,
    String providerName,
    String vendorName,
    String name,
    int contextTokens,
    int maxOutputTokens,
    boolean images,
    boolean tools,
    boolean jsonSchema,
    String effort,
    boolean sampling,
    PriceLine price,
    Map<String, String> masks,
    boolean enabled,
    @Nullable Integer dimensions,
    boolean usable,
    boolean resting,
    boolean added,
    @Nullable Changed changed) {

  record PriceLine(
      BigDecimal input,
      BigDecimal cachedInput,
      BigDecimal output,
      String currency,
      LocalDate asOf,
      String source,
      @Nullable Integer longAbove,
      @Nullable BigDecimal longInputTimes,
      @Nullable BigDecimal longOutputTimes,
      @Nullable BigDecimal cacheWriteTimes) {

    private static PriceLine of(Price price) {
      return new PriceLine(
          price.input(),
          price.cachedInput(),
          price.output(),
          price.currency(),
          price.asOf(),
          price.source(),
          price.longAbove(),
          price.longInput(),
          price.longOutput(),
          price.cacheWriteTimes());
    }
  }

  static ModelLine of(
      CatalogModel model,
      String providerName,
      boolean usable,
      boolean resting,
      boolean added,
      @Nullable Changed changed) {
    Map<String, String> masks = new TreeMap<>();
    Arrays.stream(PersonalData.values())
        .forEach(kind -> masks.put(code(kind), code(model.masks().action(kind))));
    return new ModelLine(
        model.id(),
        model.provider(),
        providerName,
        model.vendorName(),
        model.name(),
        model.contextTokens(),
        model.maxOutputTokens(),
        model.reads().contains(Modality.IMAGE),
        model.tools(),
        model.jsonSchema(),
        code(model.effort()),
        model.sampling(),
        PriceLine.of(model.price()),
        masks,
        model.enabled(),
        model.dimensions(),
        usable,
        resting,
        added,
        changed);
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
