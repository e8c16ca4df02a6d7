package app.madang.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotationTest {

  private static final String PASSAGE = "제3장 휴가\n연차휴가는 15일이다. 연차휴가는 3년마다 하루씩 늘어난다. 병가는 60일이다.";

  @Test
  void isWordForWordPartOfThePassage() {
    assertThat(Quotation.of(PASSAGE, "병가는 며칠?")).isEqualTo("병가는 60일이다.");
    assertThat(Quotation.of(PASSAGE, "연차휴가")).isEqualTo("연차휴가는 15일이다. 연차휴가는 3년마다 하루씩 늘어난다.");
    assertThat(Quotation.of(PASSAGE, "xyz")).isEqualTo("제3장 휴가");
    assertThat(Quotation.of("  ", "x")).isEmpty();
  }
}
