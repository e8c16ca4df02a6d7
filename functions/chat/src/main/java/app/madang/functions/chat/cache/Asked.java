package app.madang.functions.chat.cache;

import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.Catalogue;
import app.madang.models.masking.CustomPattern;
import app.madang.models.masking.MaskPolicy;
import app.madang.models.masking.PersonalData;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that an answer depends on; two that are equal have one answer.
 *
 * @param models who may write it, best first, and what each may see
 * @param patterns what else is masked
 * @param release what the prompt is made by
 * @param prompt what was asked
 * @param language what the asker reads
 * @param library what the asker may read, and its state
 */
public record Asked(
    List<Model> models,
    List<CustomPattern> patterns,
    String release,
    Object prompt,
    String language,
    String library) {

  /** A model as it stands in a key: the same name somewhere else is another. */
  public record Model(
      String id, String address, String vendorName, Map<PersonalData, MaskPolicy.Action> masks) {}

  /** The models of a key. */
  public static List<Model> models(Catalogue catalogue, List<CatalogModel> candidates) {
    return candidates.stream()
        .map(
            model ->
                new Model(
                    model.id(),
                    catalogue.providerOf(model).baseUrl(),
                    model.vendorName(),
                    // in one order: an unmodifiable map has another one in each process
                    new TreeMap<>(model.masks().actions())))
        .toList();
  }
}
