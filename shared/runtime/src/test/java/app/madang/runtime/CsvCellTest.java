package app.madang.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+82", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "\u00a0@x", "＋1"})
  void noCellIsAFormula(String text) {
    assertThat(CsvCell.of(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"김하늘|김하늘", "a,b|\"a,b\"", "a\"b|\"a\"\"b\"", "vendor/model-1|vendor/model-1"})
  void otherTextStaysWhatItIs(String text, String cell) {
    assertThat(CsvCell.of(text)).isEqualTo(cell);
  }
}
