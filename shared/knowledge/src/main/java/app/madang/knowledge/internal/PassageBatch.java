package app.madang.knowledge.internal;

import app.madang.knowledge.NewPassage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Passages on their way into one statement, a column each. */
final class PassageBatch {

  private final UUID documentId;
  private final String documentName;
  private final TermAnalyzer analyzer;
  private final JsonMapper json;

  private final List<String> ids = new ArrayList<>();
  private final List<Integer> ordinals = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final List<String> locations = new ArrayList<>();
  private final List<@Nullable String> parts = new ArrayList<>();
  private final List<String> languages = new ArrayList<>();
  private final List<Integer> lengths = new ArrayList<>();
  private final List<String> terms = new ArrayList<>();
  private final List<Terms> words = new ArrayList<>();

  PassageBatch(UUID documentId, String documentName, TermAnalyzer analyzer, JsonMapper json) {
    this.documentId = documentId;
    this.documentName = documentName;
    this.analyzer = analyzer;
    this.json = json;
  }

  Terms add(int ordinal, NewPassage passage) {
    Terms found = analyzer.analyze(IndexedText.of(documentName, passage));
    ids.add(PassageIds.of(documentId, ordinal, passage).toString());
    ordinals.add(ordinal);
    texts.add(passage.text());
    locations.add(json.writeValueAsString(passage.location()));
    parts.add(passage.parts().isEmpty() ? null : json.writeValueAsString(passage.parts()));
    languages.add(Language.of(passage.text()).code());
    lengths.add(found.length());
    terms.add(found.idLiteral());
    words.add(found);
    return found;
  }

  int size() {
    return ids.size();
  }

  Map<String, Object> parameters() {
    Map<Integer, byte[]> rows = PostingRows.of(words);
    return Map.of(
        "ids", ids.toArray(String[]::new),
        "ordinals", ordinals.toArray(Integer[]::new),
        "texts", texts.toArray(String[]::new),
        "locations", locations.toArray(String[]::new),
        "parts", parts.toArray(String[]::new),
        "languages", languages.toArray(String[]::new),
        "lengths", lengths.toArray(Integer[]::new),
        "terms", terms.toArray(String[]::new),
        "slots", rows.keySet().toArray(Integer[]::new),
        "rows", rows.values().toArray(byte[][]::new));
  }
}
