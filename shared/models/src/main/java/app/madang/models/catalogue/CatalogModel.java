package app.madang.models.catalogue;

import app.madang.models.masking.MaskPolicy;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model that may be asked.
 *
 * @param id the name by which it is asked for, here and through the API
 * @param provider the id of who runs it
 * @param vendorName the provider's name for it
 * @param name as people know it
 * @param contextTokens the most that it reads and writes together
 * @param maxOutputTokens the most that it writes
 * @param reads what it takes
 * @param tools whether it calls tools
 * @param jsonSchema whether it answers by a schema
 * @param effort how it is told to reason
 * @param sampling whether it takes temperature and top p
 * @param price what it costs
 * @param masks what it may get to see of personal data
 * @param enabled whether anybody may ask it
 * @param dimensions how long the vectors of an embedding model are, 0 when nobody knows; null for a
 *     model that answers
 */
public record CatalogModel(
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
    MaskPolicy masks,
    boolean enabled,
    @Nullable Integer dimensions) {

  /** Copies the set. */
  public CatalogModel {
    reads = Set.copyOf(reads);
  }

  /** A model that answers. */
  public CatalogModel(
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
      MaskPolicy masks,
      boolean enabled) {
    this(
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
        masks,
        enabled,
        null);
  }

  /** Of the id alone: models stand in sets on every call's way. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** Whether it turns texts into vectors; such a model answers nothing. */
  public boolean embeds() {
    return dimensions != null;
  }

  /** Whether its vectors may be that long. */
  public boolean gives(int length) {
    return dimensions != null && (dimensions == 0 || length <= dimensions);
  }
}
