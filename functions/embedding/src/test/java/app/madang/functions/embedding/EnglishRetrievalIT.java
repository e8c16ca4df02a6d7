package app.madang.functions.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.knowledge.Hit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The whole search with the real model on a small English set of our own: words and meaning
 * together rank no worse than the better of the two alone.
 */
class EnglishRetrievalIT {

  private static final int DEPTH = 10;

  @Test
  void wordsAndMeaningTogetherAreNoWorseThanEither() throws Exception {
    Map<String, String> passages = read("passages.tsv");
    Map<String, String> questions = read("questions.tsv");
    EnglishLibrary library = new EnglishLibrary(passages);
    double words = 0;
    double meaning = 0;
    double fused = 0;
    for (Map.Entry<String, String> question : questions.entrySet()) {
      Set<String> relevant = Set.of(question.getValue().split(","));
      List<Hit> hits = library.search(question.getKey(), passages.size());
      words += gain(library, by(hits, Hit::words), relevant);
      meaning += gain(library, by(hits, Hit::meaning), relevant);
      fused += gain(library, hits, relevant);
    }
    int n = questions.size();
    System.out.printf(
        "nDCG@10 of %d English questions: words %.3f, meaning %.3f, together %.3f%n",
        n, words / n, meaning / n, fused / n);
    assertThat(fused).isGreaterThanOrEqualTo(Math.max(words, meaning));
    assertThat(fused / n).isGreaterThan(0.9);
  }

  private static List<Hit> by(List<Hit> hits, Function<Hit, @Nullable Double> score) {
    return hits.stream()
        .filter(hit -> score.apply(hit) != null)
        .sorted(Comparator.comparing(score::apply, Comparator.reverseOrder()))
        .toList();
  }

  private static double gain(EnglishLibrary library, List<Hit> ranked, Set<String> relevant) {
    double found = 0;
    double ideal = 0;
    for (int i = 0; i < DEPTH; i++) {
      double weight = Math.log(2) / Math.log(i + 2);
      if (i < ranked.size() && relevant.contains(library.name(ranked.get(i)))) {
        found += weight;
      }
      if (i < relevant.size()) {
        ideal += weight;
      }
    }
    return found / ideal;
  }

  private static Map<String, String> read(String name) throws IOException {
    Map<String, String> rows = new LinkedHashMap<>();
    try (InputStream in = EnglishRetrievalIT.class.getResourceAsStream("/english/" + name)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      text.lines().map(line -> line.split("\t")).forEach(row -> rows.put(row[0], row[1]));
    }
    return rows;
  }
}
