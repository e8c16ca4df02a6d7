package app.madang.functions.ingestion.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.madang.functions.ingestion.sandbox.ParseLimits;
import app.madang.functions.ingestion.sandbox.ParseOutcome;
import app.madang.functions.ingestion.sandbox.ParseOutcome.Parsed;
import app.madang.functions.ingestion.sandbox.ParseOutcome.Unreadable;
import app.madang.functions.ingestion.sandbox.Sandbox;
import app.madang.functions.ingestion.sandbox.ScanFiles;
import app.madang.knowledge.FailureCode;
import app.madang.knowledge.NewPassage;
import app.madang.knowledge.Omission;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** From a scan to its passages: drawn in the child process, recognised, and read again. */
class ScannedPagesTest {

  private static final Sandbox SANDBOX =
      new Sandbox(ParseLimits.ofFilesUpTo(60L << 20), JsonMapper.shared());

  @TempDir Path folder;

  @Test
  void recognisedPagesStandBetweenThePagesOfText() throws Exception {
    Path file = ScanFiles.partly(folder.resolve("part"));
    try (DocumentAiStandIn service = new DocumentAiStandIn()) {
      ParseOutcome outcome = read(file, cloud(service, DocumentAiStandIn.TOKEN), true);
      assertThat(outcome).isInstanceOf(Parsed.class);
      assertThat(outcome.omissions()).isEmpty();
      NewPassage passage = ((Parsed) outcome).passages().getFirst();
      // a word that the line's end cut is whole again
      assertThat(passage.text())
          .containsSubsequence(
              "The first page", "연차 규정", "연차는 15일이며 다음 해로 이월되지 않는다.", "The third page");
      assertThat(passage.parts())
          .extracting(part -> part.location().page())
          .containsExactly(1, 2, 3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "tiff"})
  void aPictureIsADocumentOfOnePage(String format) throws Exception {
    Path file = ScanFiles.picture(folder.resolve("photo"), format);
    Path workspace = Files.createTempDirectory(folder, "work");
    assertThat(SANDBOX.parse(file, workspace))
        .isInstanceOfSatisfying(
            Unreadable.class,
            unreadable -> assertThat(unreadable.code()).isEqualTo(FailureCode.SCANNED));
    ParseOutcome outcome = read(file, picture -> "연차는 15일이다.", true);
    NewPassage passage = ((Parsed) outcome).passages().getFirst();
    assertThat(passage.text()).isEqualTo("연차는 15일이다.");
    assertThat(passage.location().page()).isEqualTo(1);
    assertThat(outcome.omissions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 6, 8})
  void aPhotographStandsUprightWhereItIsRead(int orientation) throws Exception {
    Path file = ScanFiles.photograph(folder.resolve("photo"), orientation);
    List<Boolean> upright = new ArrayList<>();
    read(
        file,
        picture -> {
          upright.add(ScanFiles.isUpright(ImageIO.read(picture.toFile())));
          return "연차는 15일이다.";
        },
        true);
    assertThat(upright).containsExactly(true);
  }

  @Test
  void scansInFilesInTheFileAreReadWhereTheyStand() throws Exception {
    Path zip = folder.resolve("zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      Path fax = ScanFiles.pictureOfPages(folder.resolve("fax"), 2);
      Path partly = ScanFiles.partly(folder.resolve("part"));
      for (int i = 0; i < 2; i++) {
        out.putNextEntry(new ZipEntry(i + "/fax.tif"));
        out.write(Files.readAllBytes(fax));
      }
      out.putNextEntry(new ZipEntry("part.pdf"));
      out.write(Files.readAllBytes(partly));
      ByteArrayOutputStream logo = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(90, 30, BufferedImage.TYPE_INT_RGB), "png", logo);
      out.putNextEntry(new ZipEntry("logo.png"));
      out.write(logo.toByteArray());
    }
    AtomicInteger pages = new AtomicInteger();
    ParseOutcome outcome =
        read(zip, picture -> "Recognised as page " + pages.incrementAndGet(), true);
    assertThat(pages).hasValue(5);
    String all =
        ((Parsed) outcome)
            .passages().stream().map(NewPassage::text).collect(Collectors.joining("\n"));
    assertThat(all)
        .containsSubsequence("page 1", "page 2", "page 3", "page 4", "The first page", "page 5");
    assertThat(outcome.omissions())
        .containsExactly(new Omission(FailureCode.NO_TEXT, "logo.png", List.of()));
  }

  @Test
  void pagesThatNobodyRecognisesStayLeftOut() throws Exception {
    Path file = ScanFiles.whole(folder.resolve("scan"));
    try (DocumentAiStandIn service = new DocumentAiStandIn()) {
      assertThat(read(file, cloud(service, "other"), true))
          .isInstanceOfSatisfying(
              Unreadable.class,
              unreadable -> assertThat(unreadable.code()).isEqualTo(FailureCode.SCANNED));
      assertThat(read(file, cloud(service, DocumentAiStandIn.TOKEN), false))
          .isInstanceOf(Unreadable.class);
    }
  }

  @Test
  void aFileThatWasGivenUpIsNotReadAgain() throws Exception {
    Path file = ScanFiles.whole(folder.resolve("scan"));
    Path workspace = Files.createTempDirectory(folder, "work");
    SANDBOX.parse(file, workspace);
    ParseOutcome givenUp = new Unreadable(FailureCode.TOO_COMPLEX);
    AtomicInteger pages = new AtomicInteger();
    PageRecogniser recogniser = picture -> "Recognised " + pages.incrementAndGet();
    assertThat(
            new ScannedPages(SANDBOX, recogniser, Duration.ofMinutes(1))
                .read(givenUp, file, workspace, () -> true))
        .isSameAs(givenUp);
    assertThat(pages).hasValue(0);
  }

  @Test
  void aPageOnWhichNothingIsFoundIsNotCalledRead() throws Exception {
    Path file = ScanFiles.whole(folder.resolve("scan"));
    assertThat(read(file, picture -> " \n", true))
        .isInstanceOfSatisfying(
            Unreadable.class,
            unreadable -> assertThat(unreadable.code()).isEqualTo(FailureCode.SCANNED));
  }

  @Test
  void whatScannersPackBlackAndWhitePagesWithCanBeUnpacked() {
    assertThat(ImageIO.getImageReadersByFormatName("JBIG2").hasNext()).isTrue();
  }

  @Test
  void tesseractReadsAScan() throws Exception {
    Optional<PageRecogniser> installed = TesseractRecogniser.installed("tesseract");
    assumeTrue(installed.isPresent(), "Tesseract with Korean is not installed");
    ParseOutcome outcome = read(ScanFiles.whole(folder.resolve("scan")), installed.get(), true);
    assertThat(((Parsed) outcome).passages().getFirst().text())
        .contains("Annual leave", "fifteen days", "second line");
  }

  private ParseOutcome read(Path file, PageRecogniser recogniser, boolean wanted) throws Exception {
    Path workspace = Files.createTempDirectory(folder, "work");
    ParseOutcome first = SANDBOX.parse(file, workspace);
    return new ScannedPages(SANDBOX, recogniser, Duration.ofMinutes(1))
        .read(first, file, workspace, () -> wanted);
  }

  private static PageRecogniser cloud(DocumentAiStandIn service, String token) {
    return new DocumentAiRecogniser(
        service.address(), () -> Optional.of(token), Duration.ZERO, JsonMapper.shared());
  }
}
