package app.madang.functions.documents;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.functions.documents.Document.Failure;
import app.madang.runtime.Locales;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OmissionsTest {

  @Test
  void nothingLeftOutIsNothingSaid() {
    assertThat(Omissions.told(null)).isNull();
  }

  @Test
  void scannedPagesAreNamedInRuns() {
    String stored = "[{\"reason\":\"SCANNED\",\"file\":null,\"pages\":[1,2,3,7]}]";
    assertThat(Omissions.told(stored))
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.code()).isEqualTo("scanned");
              assertThat(told.message()).startsWith("1–3, 7쪽은 스캔한 그림이라 빠졌어요.");
            });
    assertThat(inEnglish(stored).getFirst().message()).contains("Scanned pages", ": 1–3, 7.");
  }

  @Test
  void filesAreGroupedByReasonAndOnlySomeAreNamed() {
    String stored =
        IntStream.rangeClosed(1, 9)
            .mapToObj(i -> "{\"reason\":\"UNSUPPORTED\",\"file\":\"" + i + ".png\",\"pages\":[]}")
            .collect(
                Collectors.joining(
                    ",", "[", ",{\"reason\":\"SCANNED\",\"file\":\"a.pdf\",\"pages\":[2]}]"));
    assertThat(Omissions.told(stored))
        .extracting(Failure::code)
        .containsExactly("unsupported", "scanned");
    assertThat(inEnglish(stored))
        .extracting(Failure::message)
        .satisfiesExactly(
            files ->
                assertThat(files)
                    .startsWith("Left out: 1.png, 2.png, 3.png, 4.png, 5.png and 4 more. "),
            pages -> assertThat(pages).contains("a.pdf 2"));
  }

  private static List<Failure> inEnglish(String stored) {
    List<Failure> told = new ArrayList<>();
    Locales.runIn(
        Locale.ENGLISH,
        () -> told.addAll(java.util.Objects.requireNonNull(Omissions.told(stored))));
    return told;
  }
}
