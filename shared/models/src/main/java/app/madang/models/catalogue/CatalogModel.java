package app.madang.models.catalogue;

import app.madang.models.masking.MaskPolicy;
import java.util.Set;

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
    boolean enabled) {

  /** Copies the set. */
  public CatalogModel {
    reads = Set.copyOf(reads);
  }
}
