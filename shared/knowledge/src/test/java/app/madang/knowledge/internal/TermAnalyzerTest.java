package app.madang.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class TermAnalyzerTest {

  private final TermAnalyzer analyzer = new TermAnalyzer();

  @Test
  void endingsAndParticlesDoNotMatter() {
    assertThat(analyzer.analyze("휴가를 신청했습니다").counts().keySet())
        .isEqualTo(analyzer.analyze("휴가 신청").counts().keySet());
  }

  @Test
  void compoundsAreFoundByTheirParts() {
    assertThat(analyzer.analyze("유급휴가").counts().keySet())
        .containsAll(analyzer.analyze("휴가").counts().keySet());
  }

  @Test
  void englishIsStemmedWhateverItsCase() {
    assertThat(analyzer.analyze("Holidays").counts())
        .isEqualTo(analyzer.analyze("holiday").counts());
  }

  @Test
  void decomposedHangulIsTheSameText() {
    String decomposed = Normalizer.normalize("취업규칙", Normalizer.Form.NFD);
    assertThat(analyzer.analyze(decomposed)).isEqualTo(analyzer.analyze("취업규칙"));
  }

  @Test
  void termIdsNeverChange() {
    // the index on disk holds them: another number here means re-indexing every document
    assertThat(analyzer.analyze("holiday").counts()).containsOnlyKeys(-8230607887206877010L);
  }
}
