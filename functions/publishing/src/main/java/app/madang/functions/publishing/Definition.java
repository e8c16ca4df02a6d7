package app.madang.functions.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a tool was made of at a revision, out of the columns that the history kept.
 *
 * @param others what this version has no field for, by its column
 */
record Definition(
    Bilingual name,
    String icon,
    @Nullable Bilingual description,
    String instructions,
    @Nullable String model,
    List<UUID> collectionIds,
    List<Bilingual> starters,
    Map<String, JsonNode> others) {

  private static final Set<String> KNOWN =
      Set.of(
          "name_ko",
          "name_en",
          "icon",
          "description_ko",
          "description_en",
          "instructions",
          "model",
          "collection_ids",
          "starters_ko",
          "starters_en");

  static Definition of(JsonNode columns) {
    List<Bilingual> starters = new ArrayList<>();
    JsonNode english = columns.path("starters_en");
    for (JsonNode korean : columns.path("starters_ko")) {
      starters.add(new Bilingual(text(korean), text(english.path(starters.size()))));
    }
    Map<String, JsonNode> others = new TreeMap<>();
    columns.properties().stream()
        .filter(column -> !KNOWN.contains(column.getKey()) && !column.getValue().isNull())
        .forEach(column -> others.put(column.getKey(), told(column.getValue())));
    return new Definition(
        new Bilingual(text(columns.path("name_ko")), text(columns.path("name_en"))),
        columns.path("icon").asString(),
        Bilingual.of(text(columns.path("description_ko")), text(columns.path("description_en"))),
        columns.path("instructions").asString(),
        text(columns.path("model")),
        columns
            .path("collection_ids")
            .valueStream()
            .map(id -> UUID.fromString(id.asString()))
            .toList(),
        starters,
        others);
  }

  /** Some columns hold JSON as text, in the order of its maker. */
  private static JsonNode told(JsonNode value) {
    String text = value.isString() ? value.asString() : "";
    return text.startsWith("{") || text.startsWith("[")
        ? JsonMapper.shared().readTree(text)
        : value;
  }

  private static @Nullable String text(JsonNode value) {
    return value.isString() ? value.asString() : null;
  }
}
