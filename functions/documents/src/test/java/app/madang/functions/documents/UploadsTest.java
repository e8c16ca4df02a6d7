package app.madang.functions.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadsTest {

  @ParameterizedTest
  @CsvSource({
    "application/pdf, application/pdf",
    "Text/HTML, text/html",
    "text/plain; charset=utf-8, text/plain; charset=utf-8",
    "'', application/octet-stream",
    "pdf, application/octet-stream",
    "'text/plain\r\nx-evil: 1', application/octet-stream",
  })
  void onlyAPlainMediaTypeBecomesASignedHeader(String announced, String signed) {
    assertThat(Uploads.mediaType(announced)).isEqualTo(signed);
  }
}
