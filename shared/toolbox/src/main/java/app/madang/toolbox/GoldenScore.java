package app.madang.toolbox;

import app.madang.runtime.FiniteNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How well an answer does what a golden question expects; each part is 0 to 1, null when nothing
 * was expected of the kind.
 *
 * @param retrieval the share of the expected documents and passages that were found
 * @param citation the share of them that are cited; 0 when the answer cites a passage that there is
 *     not
 * @param fact the share of the facts that are said, as {@link SaidFact} compares them
 * @param exactly 1 when the answer is the expected text, but for spaces and case
 * @param fields the share of the expected JSON fields that the answer has with their values
 * @param judged what a model gave by the rubric
 * @param missing the facts that are not said, and the JSON pointers of fields that are not as
 *     expected
 */
public record GoldenScore(
    @Nullable Double retrieval,
    @Nullable Double citation,
    @Nullable Double fact,
    @Nullable Double exactly,
    @Nullable Double fields,
    @Nullable Double judged,
    List<String> missing) {

  /** Keeps its own copy. */
  public GoldenScore {
    missing = List.copyOf(missing);
  }

  /**
   * What a golden question expects.
   *
   * @param facts each with its alternatives between bars
   * @param documents names of documents that must be found and cited
   * @param passages words of passages that must be found and cited
   * @param exact the whole answer; null when it may be said otherwise
   * @param json an object whose fields the answer must have; null when it need not be JSON
   * @param rubric what a good answer does, for a model that judges; null when none judges
   */
  public record Expected(
      List<String> facts,
      List<String> documents,
      List<String> passages,
      @Nullable String exact,
      @Nullable String json,
      @Nullable String rubric) {

    /** Whether nothing but a judge can say how good an answer is. */
    public boolean onlyJudged() {
      return facts.isEmpty() && sources() == 0 && exact == null && json == null;
    }

    private int sources() {
      return documents.size() + passages.size();
    }
  }

  /** A passage that was found. */
  public record Passage(String document, String text) {}

  /**
   * What came.
   *
   * @param stray whether it cites a number that no passage has
   * @param judged what a model gave by the rubric, 0 to 1; null when none judged
   */
  public record Given(
      String answer,
      List<Passage> found,
      List<Passage> cited,
      boolean stray,
      @Nullable Double judged) {}

  /** Scores an answer. */
  public static GoldenScore of(Expected expected, Given given) {
    List<String> missing = new ArrayList<>();
    for (String fact : expected.facts()) {
      if (!SaidFact.meets(given.answer(), fact)) {
        missing.add(fact);
      }
    }
    int facts = expected.facts().size();
    Double said = share(facts - missing.size(), facts);
    Double fields = expected.json() == null ? null : fields(expected.json(), given, missing);
    int sources = expected.sources();
    return new GoldenScore(
        share(hits(expected, given.found()), sources),
        given.stray() && sources > 0
            ? Double.valueOf(0)
            : share(hits(expected, given.cited()), sources),
        said,
        expected.exact() == null
            ? null
            : Double.valueOf(
                SaidFact.plain(expected.exact()).equals(SaidFact.plain(given.answer())) ? 1 : 0),
        fields,
        given.judged(),
        missing);
  }

  /** The mean of what was expected. */
  public double total() {
    return Stream.of(retrieval, citation, fact, exactly, fields, judged)
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(0);
  }

  private static @Nullable Double share(long met, int expected) {
    return expected == 0 ? null : (double) met / expected;
  }

  private static long hits(Expected expected, List<Passage> passages) {
    List<String> names = passages.stream().map(each -> SaidFact.plain(each.document())).toList();
    List<String> texts = passages.stream().map(each -> SaidFact.plain(each.text())).toList();
    long documents =
        expected.documents().stream().map(SaidFact::plain).filter(names::contains).count();
    long words =
        expected.passages().stream()
            .map(SaidFact::plain)
            .filter(wanted -> texts.stream().anyMatch(text -> text.contains(wanted)))
            .count();
    return documents + words;
  }

  private static Double fields(String json, Given given, List<String> missing) {
    Map<String, JsonNode> wanted = new TreeMap<>();
    leaves("", JsonMapper.shared().readTree(json), wanted);
    JsonNode answer = read(given.answer());
    int met = 0;
    for (Map.Entry<String, JsonNode> field : wanted.entrySet()) {
      if (same(field.getValue(), answer.at(field.getKey()))) {
        met++;
      } else {
        missing.add(field.getKey());
      }
    }
    return wanted.isEmpty() ? (answer.isObject() ? 1.0 : 0.0) : (double) met / wanted.size();
  }

  private static void leaves(String path, JsonNode node, Map<String, JsonNode> into) {
    if (!node.isObject()) {
      into.put(path, node);
      return;
    }
    node.properties()
        .forEach(
            field -> {
              String name = field.getKey().replace("~", "~0").replace("/", "~1");
              leaves(path + "/" + name, field.getValue(), into);
            });
  }

  private static boolean same(JsonNode wanted, JsonNode given) {
    if (wanted.isNumber() && given.isNumber()) {
      return FiniteNumber.is(wanted)
          && FiniteNumber.is(given)
          && wanted.decimalValue().compareTo(given.decimalValue()) == 0;
    }
    if (wanted.isString() && given.isString()) {
      return SaidFact.plain(wanted.asString()).equals(SaidFact.plain(given.asString()));
    }
    return wanted.equals(given);
  }

  /** What stands in the answer, also in a code fence; a missing node when it is no JSON. */
  private static JsonNode read(String answer) {
    String text = answer.strip();
    if (text.startsWith("```") && text.endsWith("```")) {
      text = text.substring(text.indexOf('\n') + 1, text.length() - 3);
    }
    try {
      return JsonMapper.shared().readTree(text);
    } catch (JacksonException e) {
      return JsonMapper.shared().missingNode();
    }
  }
}
