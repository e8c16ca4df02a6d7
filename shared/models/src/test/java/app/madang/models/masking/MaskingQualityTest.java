package app.madang.models.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recall and precision on lines written by hand and on generated ones; the tables are printed. */
class MaskingQualityTest {

  private static final double RECALL = 0.98;
  private static final double RECALL_OF_ALL = 0.97;
  private static final double PRECISION = 0.97;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "handmade",
        "passes",
        "fourth-pass",
        "fifth-pass",
        "sixth-pass",
        "seventh-pass",
        "eighth-pass",
        "ninth-pass",
        "tenth-pass",
        "eleventh-pass",
        "twelfth-pass",
        "thirteenth-pass",
        "fourteenth-pass"
      })
  void linesWrittenByHand(String name) throws IOException {
    Score score = new Score();
    try (InputStream in = getClass().getResourceAsStream("/madang/masking/" + name + ".txt")) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      lines.stream().filter(line -> !line.startsWith("# ")).map(Case::of).forEach(score::add);
    }
    check(name, score);
  }

  @Test
  void generatedSentences() {
    GeneratedCases generated = new GeneratedCases(20260115);
    Score score = new Score();
    generated.positives(9_000).forEach(score::add);
    generated.negatives(9_000).forEach(score::add);
    check("generated", score);
  }

  private static void check(String title, Score score) {
    System.out.println(score.table(title));
    assertThat(score.recall())
        .as(() -> String.join("\n", score.mistakes))
        .isGreaterThanOrEqualTo(RECALL);
    assertThat(score.recallOfAll()).isGreaterThanOrEqualTo(RECALL_OF_ALL);
    assertThat(score.precision())
        .as(() -> String.join("\n", score.mistakes))
        .isGreaterThanOrEqualTo(PRECISION);
  }
}
