package app.madang.functions.ingestion.sandbox;

import static app.madang.knowledge.FailureCode.BROKEN;
import static app.madang.knowledge.FailureCode.EMPTY;
import static app.madang.knowledge.FailureCode.ENCRYPTED;
import static app.madang.knowledge.FailureCode.INTERNAL;
import static app.madang.knowledge.FailureCode.NO_TEXT;
import static app.madang.knowledge.FailureCode.SCANNED;
import static app.madang.knowledge.FailureCode.TOO_COMPLEX;
import static app.madang.knowledge.FailureCode.UNSUPPORTED;
import static org.assertj.core.api.Assertions.assertThat;

import app.madang.functions.ingestion.sandbox.ParseOutcome.Parsed;
import app.madang.functions.ingestion.sandbox.ParseOutcome.Unreadable;
import app.madang.knowledge.FailureCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Every poison ends with its reason, in time and in its own memory, and the next file is read. */
class PoisonTest {

  private static final long MEGABYTE = 1 << 20;

  /** The heap, and what a JVM has beside it. */
  private static final long MOST_MEMORY = 384 + 256;

  private static final Sandbox SANDBOX =
      new Sandbox(ParseLimits.ofFilesUpTo(60 * MEGABYTE), JsonMapper.shared());

  @TempDir Path folder;

  enum Poison {
    HWPX_BOMB(PoisonFiles::hwpxBomb, TOO_COMPLEX),
    HWP_BOMB(PoisonFiles::hwpBomb, TOO_COMPLEX),
    ZIP_BOMB(PoisonFiles::zipBomb, TOO_COMPLEX),
    ZIPS_IN_ZIPS(PoisonFiles::zipsInZips, TOO_COMPLEX),
    PDF_BOMB(PoisonFiles::pdfBomb, TOO_COMPLEX, NO_TEXT, BROKEN),
    HWPX_DEEP(PoisonFiles::hwpxDeep, TOO_COMPLEX),
    HWPML_DEEP(PoisonFiles::hwpmlDeep, TOO_COMPLEX),
    DOCX_DEEP(PoisonFiles::docxDeep, TOO_COMPLEX, BROKEN),
    MAIL_DEEP(PoisonFiles::mailDeep, TOO_COMPLEX, NO_TEXT, BROKEN),
    PDF_PAGES_IN_A_CIRCLE(PoisonFiles::pdfCircle, EMPTY, BROKEN, NO_TEXT, TOO_COMPLEX),
    PDF_DEEP(PoisonFiles::pdfDeep, BROKEN, TOO_COMPLEX, NO_TEXT),
    TABLE_OF_BILLIONS(PoisonFiles::hwpxWide, TOO_COMPLEX),
    HWP_CUT(PoisonFiles::hwpCut, BROKEN),
    HWPX_CUT(PoisonFiles::hwpxCut, BROKEN),
    ZIP_LOCKED(PoisonFiles::zipLocked, ENCRYPTED),
    PICTURES_CUT(PoisonFiles::zipOfPictures, BROKEN),
    PICTURE_OF_BILLIONS(PoisonFiles::pngWide, TOO_COMPLEX),
    SCAN(ScanFiles::whole, SCANNED);

    private interface Making {
      Path make(Path file) throws Exception;
    }

    private final Making making;
    private final Set<FailureCode> ends;

    Poison(Making making, FailureCode... ends) {
      this.making = making;
      this.ends = Set.of(ends);
    }
  }

  @ParameterizedTest
  @EnumSource
  void endsWithItsReason(Poison poison) throws Exception {
    Path file = poison.making.make(folder.resolve("poison"));
    assertThat(outcome(file))
        .isInstanceOfSatisfying(
            Unreadable.class, unreadable -> assertThat(poison.ends).contains(unreadable.code()));
    Path next = Files.writeString(folder.resolve("next"), "다음 문서는 읽힌다.");
    assertThat(outcome(next)).isInstanceOf(Parsed.class);
  }

  static Stream<String> starts() {
    return Stream.of(
        "%PDF-1.7\n",
        "PK\u0003\u0004",
        "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1",
        "",
        "HWP Document File V5.00",
        "<?xml version=\"1.0\"?><HWPML>",
        "From: a\nReceived: b\nTo: c\n\n");
  }

  @ParameterizedTest
  @MethodSource("starts")
  void garbageBehindAnyStartIsNoFaultOfOurs(String start) throws Exception {
    Path file = PoisonFiles.garbage(folder.resolve("garbage"), start);
    assertThat(outcome(file))
        .satisfies(
            outcome -> {
              if (outcome instanceof Unreadable unreadable) {
                assertThat(EnumSet.of(BROKEN, UNSUPPORTED, NO_TEXT)).contains(unreadable.code());
              }
            });
  }

  @Test
  void macrosAndFormsAreNotWhatIsRead() throws Exception {
    assertThat(outcome(PoisonFiles.macros(folder.resolve("macros"))))
        .isInstanceOfSatisfying(
            Parsed.class,
            parsed ->
                assertThat(parsed.passages().getFirst().text())
                    .isEqualTo("The words, not the macro."));
    Path secret = Files.writeString(folder.resolve("secret"), "the secret");
    assertThat(outcome(PoisonFiles.xfa(folder.resolve("xfa"), secret)))
        .isInstanceOfSatisfying(
            Parsed.class,
            parsed -> assertThat(parsed.passages().toString()).doesNotContain("the secret"));
  }

  @Test
  void aScannedPageAmongTextIsSaidAndTheTextStays() throws Exception {
    assertThat(outcome(ScanFiles.partly(folder.resolve("part"))))
        .isInstanceOfSatisfying(
            Parsed.class,
            parsed -> {
              assertThat(parsed.passages()).isNotEmpty();
              assertThat(parsed.omissions())
                  .singleElement()
                  .satisfies(
                      left -> {
                        assertThat(left.reason()).isEqualTo(SCANNED);
                        assertThat(left.pages()).containsExactly(2);
                      });
            });
  }

  private ParseOutcome outcome(Path file) throws Exception {
    long start = System.nanoTime();
    try (ChildMemory memory = new ChildMemory()) {
      ParseOutcome outcome = SANDBOX.parse(file, Files.createTempDirectory(folder, "work"));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
      assertThat(memory.most()).isPositive().isLessThan(MOST_MEMORY);
      assertThat(outcome).isNotEqualTo(new Unreadable(INTERNAL));
      return outcome;
    }
  }
}
