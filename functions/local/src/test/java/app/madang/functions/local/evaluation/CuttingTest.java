package app.madang.functions.local.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.functions.local.evaluation.TestSet.SourceDocument;
import org.junit.jupiter.api.Test;

class CuttingTest {

  @Test
  void aLongDocumentBecomesSeveralPassagesUnderItsTitle() {
    String text = "The committee meets on the first Monday of each month. ".repeat(200);
    var passages = Cutting.passages(new SourceDocument("d", "Rules", text));
    assertThat(passages).hasSizeGreaterThan(3);
    assertThat(passages)
        .allSatisfy(p -> assertThat(p.location().headings()).containsExactly("Rules"));
  }

  @Test
  void anEmptyDocumentHasNone() {
    assertThat(Cutting.passages(new SourceDocument("d", "", " \n"))).isEmpty();
  }
}
