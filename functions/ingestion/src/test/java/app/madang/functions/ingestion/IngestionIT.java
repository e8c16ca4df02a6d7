package app.madang.functions.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.functions.ingestion.sandbox.ScanFiles;
import app.madang.knowledge.FormFiles;
import app.madang.knowledge.WordAnalysis;
import com.google.pubsub.v1.ReceivedMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestionIT {

  @TempDir Path folder;

  @Test
  void finalizedBytesBecomePassagesThatAreFoundByTheirWords() throws IOException {
    UUID document = Platform.uploaded(koreanPdf());
    assertThat(Platform.finalized(UUID.randomUUID(), document)).isEqualTo(204);
    assertThat(Platform.state(document)).isEqualTo("CHUNKED 1");
    assertThat(Platform.passages(document))
        .singleElement()
        .asString()
        .contains("연차는 15일이다.", "\"page\": 1", "휴가 규정");
    assertThat(Platform.postings(document)).isPositive();
    assertThat(chunkedEvents()).contains(document);
  }

  @Test
  void theHashIsOfTheBytesWhateverWasAnnounced() throws Exception {
    Path file = koreanPdf();
    UUID document = Platform.uploaded(file);
    Platform.announceHash(document, "ab".repeat(32));
    Platform.finalized(UUID.randomUUID(), document);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    assertThat(Platform.hash(document)).isEqualTo(HexFormat.of().formatHex(hash));
  }

  @Test
  void aPassageOverTwoPagesKnowsWhereTheSecondStarts() throws IOException {
    Path file =
        PdfFiles.pages(
            folder.resolve("pages"),
            List.of(PdfFiles.line("연차는 15일이다.")),
            List.of(PdfFiles.line("병가는 60일이다.")));
    UUID document = Platform.uploaded(file);
    Platform.finalized(UUID.randomUUID(), document);
    assertThat(Platform.parts(document))
        .containsExactly(
            "[{\"start\": 0, \"location\": {\"page\": 1}},"
                + " {\"start\": 12, \"location\": {\"page\": 2}}]");
  }

  @Test
  void aDocumentThatIsReadInPartSaysWhichPartIsMissing() throws IOException {
    UUID part = Platform.uploaded(ScanFiles.partly(folder.resolve("part")));
    Platform.finalized(UUID.randomUUID(), part);
    assertThat(Platform.state(part)).isEqualTo("CHUNKED 1");
    assertThat(Platform.omissions(part)).contains("SCANNED").contains("[2]");
    UUID scan = Platform.uploaded(ScanFiles.whole(folder.resolve("scan")));
    Platform.finalized(UUID.randomUUID(), scan);
    assertThat(Platform.state(scan)).isEqualTo("FAILED scanned");
  }

  @Test
  void redeliveredAndReorderedEventsChangeNothing() throws IOException {
    UUID document = Platform.uploaded(koreanPdf());
    UUID event = UUID.randomUUID();
    Platform.finalized(event, document);
    List<String> first = Platform.fingerprint(document);
    assertThat(Platform.finalized(event, document)).isEqualTo(204);
    assertThat(Platform.finalized(UUID.randomUUID(), document)).isEqualTo(204);
    assertThat(Platform.requested(document)).isEqualTo(204);
    assertThat(Platform.fingerprint(document)).isEqualTo(first).isNotEmpty();
    assertThat(Platform.state(document)).isEqualTo("CHUNKED 1");
  }

  @Test
  void readingAgainGivesTheSamePassages() throws IOException {
    UUID document = Platform.uploaded(koreanPdf());
    Platform.finalized(UUID.randomUUID(), document);
    List<String> first = Platform.fingerprint(document);
    Platform.setState(document, "PARSING");
    assertThat(Platform.requested(document)).isEqualTo(204);
    assertThat(Platform.fingerprint(document)).isEqualTo(first);
  }

  @Test
  void wordsOfAnOlderAnalysisAreMadeAnewWithoutReadingTheFileAgain() throws IOException {
    UUID document = Platform.uploaded(koreanPdf());
    Platform.finalized(UUID.randomUUID(), document);
    long postings = Platform.postings(document);
    List<String> first = Platform.fingerprint(document);
    Platform.analyzedBefore(document);
    assertThat(Platform.postings(document)).isZero();
    assertThat(Platform.requested(document)).isEqualTo(204);
    assertThat(Platform.postings(document)).isEqualTo(postings);
    assertThat(Platform.fingerprint(document)).isEqualTo(first);
    assertThat(Platform.analyzer(document)).isEqualTo(WordAnalysis.VERSION);
  }

  @Test
  void aCrashAfterTheClaimIsHealedByTheNextDelivery() throws IOException {
    UUID document = Platform.uploaded(koreanPdf());
    Platform.setState(document, "PARSING");
    assertThat(Platform.requested(document)).isEqualTo(204);
    assertThat(Platform.state(document)).isEqualTo("CHUNKED 1");
  }

  @Test
  void badFilesFailAndOthersGoOn() throws IOException {
    UUID bad = Platform.uploaded(Files.writeString(folder.resolve("bad"), "%PDF-1.7\nbroken"));
    UUID image =
        Platform.uploaded(Files.write(folder.resolve("image"), new byte[] {'G', 'I', 'F', 0, 16}));
    UUID good = Platform.uploaded(koreanPdf());
    assertThat(Platform.finalized(UUID.randomUUID(), bad)).isEqualTo(204);
    assertThat(Platform.finalized(UUID.randomUUID(), image)).isEqualTo(204);
    assertThat(Platform.finalized(UUID.randomUUID(), good)).isEqualTo(204);
    assertThat(Platform.state(bad)).isEqualTo("FAILED broken");
    assertThat(Platform.state(image)).isEqualTo("FAILED unsupported");
    assertThat(Platform.state(good)).isEqualTo("CHUNKED 1");
  }

  @Test
  void bytesThatAreGoneFailTheDocument() {
    UUID document = Platform.announced();
    assertThat(Platform.finalized(UUID.randomUUID(), "documents/" + document, 12)).isEqualTo(204);
    assertThat(Platform.state(document)).isEqualTo("FAILED upload_expired");
  }

  @Test
  void objectsThatAreNoDocumentsAreIgnored() {
    assertThat(Platform.finalized(UUID.randomUUID(), "exports/report.csv", 1)).isEqualTo(204);
    assertThat(Platform.finalized(UUID.randomUUID(), "documents/" + UUID.randomUUID(), 1))
        .isEqualTo(204);
  }

  @Test
  void aBookOfThousandsOfPassagesTakesSeconds() throws IOException {
    StringBuilder book = new StringBuilder();
    for (int i = 0; i < 60_000; i++) {
      book.append("제")
          .append(i)
          .append("조 회사는 직원 ")
          .append(i % 977)
          .append("명에게 교육을 제공하고 결과를 기록한다. ");
    }
    UUID document = Platform.uploaded(Files.writeString(folder.resolve("book"), book));
    long start = System.nanoTime();
    assertThat(Platform.finalized(UUID.randomUUID(), document)).isEqualTo(204);
    assertThat(System.nanoTime() - start).isLessThan(60_000_000_000L);
    assertThat(Platform.state(document)).startsWith("CHUNKED ");
    System.out.println(
        Platform.state(document) + " in " + (System.nanoTime() - start) / 1_000_000 + " ms");
  }

  @Test
  void aDocumentOfAFormIsReadForItsOwnerAndBecomesNoPassage() throws Exception {
    UUID hwp =
        Platform.uploadedForForm(
            HangulFiles.hwp(
                folder.resolve("hwp"), "용역계약서", List.of("지체상금은 1000분의 3으로 한다."), List.of()));
    assertThat(Platform.finalized(UUID.randomUUID(), hwp)).isEqualTo(204);
    assertThat(Platform.formText(hwp)).isEqualTo("1. 용역계약서\n지체상금은 1000분의 3으로 한다.");
    assertThat(Platform.formState(hwp)).isEqualTo("READY " + Platform.formText(hwp).length());
    assertThat(Platform.passages(hwp)).isEmpty();
    assertThat(chunkedEvents()).doesNotContain(hwp);
    UUID pdf = Platform.uploadedForForm(koreanPdf());
    // the notification was lost: somebody asked for it
    assertThat(Platform.requested(pdf)).isEqualTo(204);
    assertThat(Platform.formText(pdf)).contains("연차는 15일이다.");
    assertThat(Platform.formState(pdf)).endsWith(" 1").startsWith("READY ");
    // a second delivery, and a crash after the claim
    assertThat(Platform.finalized(UUID.randomUUID(), pdf)).isEqualTo(204);
    Platform.setFormState(pdf, "PARSING");
    assertThat(Platform.requested(pdf)).isEqualTo(204);
    assertThat(Platform.formState(pdf)).startsWith("READY ");
    // who reads files writes what they say and cannot look it up
    assertThatThrownBy(
            () ->
                Platform.account()
                    .sql("SELECT sealed FROM knowledge.form_files")
                    .query()
                    .listOfRows())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void aDocumentOfAFormIsKeptToItsLimitAndFailsWithItsReason() throws Exception {
    StringBuilder book = new StringBuilder();
    while (book.length() < 130_000) {
      book.append("을은 갑에게 결과물을 제출하고 검수를 받는다. ");
    }
    UUID largest = Platform.uploadedForForm(Files.writeString(folder.resolve("large"), book));
    Platform.finalized(UUID.randomUUID(), largest);
    assertThat(Platform.formText(largest)).hasSize(FormFiles.MOST);
    int characters = Integer.parseInt(Platform.formState(largest).substring(6));
    assertThat(characters).isGreaterThan(125_000);
    UUID broken =
        Platform.uploadedForForm(Files.writeString(folder.resolve("broken"), "%PDF-1.7\nbroken"));
    Platform.finalized(UUID.randomUUID(), broken);
    assertThat(Platform.formState(broken)).isEqualTo("FAILED broken");
    UUID locked = Platform.uploadedForForm(HangulFiles.hwpFlagged(folder.resolve("locked"), 2));
    Platform.finalized(UUID.randomUUID(), locked);
    assertThat(Platform.formState(locked)).isEqualTo("FAILED encrypted");
    UUID gone = Platform.announcedForForm();
    Platform.requested(gone);
    assertThat(Platform.formState(gone)).isEqualTo("FAILED upload_expired");
  }

  private Path koreanPdf() throws IOException {
    return PdfFiles.pages(
        folder.resolve("pdf"),
        List.of(
            new PdfFiles.Line(18, "휴가 규정"),
            PdfFiles.line(""),
            PdfFiles.line("연차는 15일이다."),
            PdfFiles.line("남은 날은 다음 해로 이월되지 않는다.")));
  }

  private static Set<UUID> chunkedEvents() {
    Set<UUID> documents = new HashSet<>();
    for (ReceivedMessage message :
        Platform.STACK.pubSub().pull("embedding.document-chunked", 100)) {
      String payload = message.getMessage().getData().toStringUtf8();
      documents.add(
          UUID.fromString(payload.replaceAll(".*\"documentId\" ?: ?\"([^\"]+)\".*", "$1")));
    }
    return documents;
  }
}
