package app.madang.functions.chat.administration;

import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.EffortStyle;
import app.madang.models.catalogue.Modality;
import app.madang.models.catalogue.Price;
import app.madang.models.masking.MaskPolicy;
import app.madang.models.masking.PersonalData;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A model as an administrator wants it. */
record PutModel(
    @NotNull @Pattern(regexp = ID) String modelId,
    @NotNull @Pattern(regexp = ProviderDesk.ID) String provider,
    @NotBlank @Size(max = 200) String vendorName,
    @NotBlank @Size(max = 100) String name,
    @Min(1024) @Max(20_000_000) int contextTokens,
    @Min(16) @Max(10_000_000) int maxOutputTokens,
    boolean images,
    boolean tools,
    boolean jsonSchema,
    @Nullable @Pattern(regexp = "none|level|budget") String effort,
    @Nullable Boolean sampling,
    @NotNull @Valid WantedPrice price,
    @NotNull Map<String, String> masks,
    boolean enabled,
    @Nullable @Min(0) @Max(10_000) Integer dimensions) {

  static final String ID = "[a-z0-9][a-z0-9._:-]{0,63}";

  /** For a million tokens; what is left out there is not. */
  record WantedPrice(
      @NotNull @DecimalMin("0") @DecimalMax("1000000") @Digits(integer = 7, fraction = 6)
          BigDecimal input,
      @NotNull @DecimalMin("0") @DecimalMax("1000000") @Digits(integer = 7, fraction = 6)
          BigDecimal cachedInput,
      @NotNull @DecimalMin("0") @DecimalMax("1000000") @Digits(integer = 7, fraction = 6)
          BigDecimal output,
      @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
      @Nullable LocalDate asOf,
      @Nullable @Size(max = 300) String source,
      @Nullable @Min(1) @Max(20_000_000) Integer longAbove,
      @Nullable @DecimalMin("0.01") @DecimalMax("100") @Digits(integer = 3, fraction = 4)
          BigDecimal longInputTimes,
      @Nullable @DecimalMin("0.01") @DecimalMax("100") @Digits(integer = 3, fraction = 4)
          BigDecimal longOutputTimes,
      @Nullable @DecimalMin("0.01") @DecimalMax("100") @Digits(integer = 3, fraction = 4)
          BigDecimal cacheWriteTimes) {

    private Price price(int contextTokens) {
      if (longAbove == null && (longInputTimes != null || longOutputTimes != null)) {
        throw Phrases.wrong("price.longAbove", "price.from_where");
      }
      if (longAbove != null && longInputTimes == null && longOutputTimes == null) {
        throw Phrases.wrong("price.longInputTimes", "price.how_much");
      }
      if (longAbove != null && longAbove >= contextTokens) {
        throw Phrases.wrong("price.longAbove", "price.never");
      }
      return new Price(
          input,
          cachedInput,
          output,
          currency,
          longAbove,
          longInputTimes,
          longOutputTimes,
          asOf == null ? LocalDate.now(ZoneOffset.UTC) : asOf,
          source == null ? "" : source.strip(),
          cacheWriteTimes);
    }
  }

  /** What cannot be said here stays as it was. */
  CatalogModel model(Optional<CatalogModel> old) {
    return new CatalogModel(
        modelId,
        provider,
        vendorName,
        name,
        contextTokens,
        maxOutputTokens,
        images ? Set.of(Modality.TEXT, Modality.IMAGE) : Set.of(Modality.TEXT),
        tools,
        jsonSchema,
        effort == null
            ? old.map(CatalogModel::effort).orElse(EffortStyle.NONE)
            : EffortStyle.valueOf(effort.toUpperCase(Locale.ROOT)),
        sampling == null ? old.map(CatalogModel::sampling).orElse(true) : sampling,
        price.price(contextTokens),
        policy(),
        enabled,
        dimensions == null ? old.map(CatalogModel::dimensions).orElse(null) : dimensions);
  }

  private MaskPolicy policy() {
    Map<PersonalData, MaskPolicy.Action> actions = new EnumMap<>(PersonalData.class);
    masks.forEach(
        (kind, action) -> {
          try {
            MaskPolicy.Action wanted = MaskPolicy.Action.valueOf(action.toUpperCase(Locale.ROOT));
            if (wanted != MaskPolicy.Action.MASK) {
              actions.put(PersonalData.valueOf(kind.toUpperCase(Locale.ROOT)), wanted);
            }
          } catch (IllegalArgumentException | NullPointerException e) {
            throw Phrases.wrong("masks." + kind, "masks.unknown");
          }
        });
    return new MaskPolicy(actions);
  }
}
