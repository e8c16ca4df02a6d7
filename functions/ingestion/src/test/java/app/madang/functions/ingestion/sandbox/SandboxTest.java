package app.madang.functions.ingestion.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.functions.ingestion.HangulFiles;
import app.madang.functions.ingestion.OfficeFiles;
import app.madang.functions.ingestion.PdfFiles;
import app.madang.functions.ingestion.sandbox.ParseOutcome.Parsed;
import app.madang.functions.ingestion.sandbox.ParseOutcome.Unreadable;
import app.madang.knowledge.FailureCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Files that were made to hurt, and files that are merely bad. */
class SandboxTest {

  private static final int MEGABYTE = 1024 * 1024;
  private static final Sandbox SANDBOX =
      new Sandbox(ParseLimits.ofFilesUpTo(60L * MEGABYTE), JsonMapper.shared());

  @TempDir Path folder;

  @Test
  void aGoodFileIsParsed() throws Exception {
    Path file =
        PdfFiles.pages(folder.resolve("file"), List.of(PdfFiles.line("Korean 한글, page one.")));
    assertThat(parse(file))
        .isInstanceOfSatisfying(
            Parsed.class,
            parsed -> {
              assertThat(parsed.passages()).hasSize(1);
              assertThat(parsed.passages().getFirst().text()).isEqualTo("Korean 한글, page one.");
              assertThat(parsed.passages().getFirst().location().page()).isEqualTo(1);
            });
  }

  @Test
  void emptyFilesAreEmpty() throws Exception {
    assertThat(parse(bytes())).isEqualTo(failed(FailureCode.EMPTY));
    assertThat(parse(text(" \n\t \n"))).isEqualTo(failed(FailureCode.EMPTY));
    assertThat(parse(PdfFiles.pages(folder.resolve("file")))).isEqualTo(failed(FailureCode.EMPTY));
  }

  @Test
  void filesWithoutWordsHaveNoText() throws Exception {
    assertThat(parse(PdfFiles.pages(folder.resolve("file"), List.of(), List.of())))
        .isEqualTo(failed(FailureCode.NO_TEXT));
    assertThat(parse(new OfficeFiles.Word().paragraph("").write(folder.resolve("file"))))
        .isEqualTo(failed(FailureCode.NO_TEXT));
  }

  @Test
  void filesUnderAPasswordAreEncrypted() throws Exception {
    assertThat(parse(PdfFiles.locked(folder.resolve("file"))))
        .isEqualTo(failed(FailureCode.ENCRYPTED));
    Path plain = new OfficeFiles.Word().paragraph("secret").write(folder.resolve("plain"));
    assertThat(parse(OfficeFiles.locked(plain, folder.resolve("file"))))
        .isEqualTo(failed(FailureCode.ENCRYPTED));
  }

  @Test
  void hangulDocumentsUnderAPasswordOrForDistributionSayWhich() throws Exception {
    assertThat(parse(HangulFiles.hwpFlagged(folder.resolve("file"), 2)))
        .isEqualTo(failed(FailureCode.ENCRYPTED));
    assertThat(parse(HangulFiles.hwpFlagged(folder.resolve("file"), 4)))
        .isEqualTo(failed(FailureCode.PROTECTED));
  }

  @Test
  void damagedFilesAreBroken() throws Exception {
    Path word =
        new OfficeFiles.Word().paragraph("word ".repeat(5000)).write(folder.resolve("word"));
    assertThat(parse(half(word))).isEqualTo(failed(FailureCode.BROKEN));
    Path pdf = PdfFiles.pages(folder.resolve("pdf"), List.of(PdfFiles.line("cut")));
    assertThat(parse(half(pdf))).isIn(failed(FailureCode.BROKEN), failed(FailureCode.EMPTY));
    assertThat(parse(text("%PDF-1.7\nnothing else"))).isEqualTo(failed(FailureCode.BROKEN));
  }

  @Test
  void otherFormatsAreUnsupported() throws Exception {
    assertThat(parse(text("GIF89a\u0001\u0000\u0001\u0000\u0080\u0000\u0000")))
        .isEqualTo(failed(FailureCode.UNSUPPORTED));
    assertThat(parse(bytes(0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0)))
        .isEqualTo(failed(FailureCode.UNSUPPORTED));
    assertThat(parse(text("{\\rtf1 hello}"))).isEqualTo(failed(FailureCode.UNSUPPORTED));
    assertThat(parse(text("HWP Document File V3.00 \u001a\u0001\u0002\u0003\u0004\u0005")))
        .isEqualTo(failed(FailureCode.UNSUPPORTED));
  }

  @Test
  void aBombOfZerosIsTooComplex() throws Exception {
    Path file = folder.resolve("bomb");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      types(zip);
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(
          ("<w:document xmlns:w=\"" + WORD + "\"><w:body><w:p><w:r><w:t>")
              .getBytes(StandardCharsets.UTF_8));
      byte[] blanks = new byte[MEGABYTE];
      Arrays.fill(blanks, (byte) 'a');
      for (int i = 0; i < 400; i++) {
        zip.write(blanks);
      }
      zip.write("</w:t></w:r></w:p></w:body></w:document>".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(parse(file)).isEqualTo(failed(FailureCode.TOO_COMPLEX));
  }

  @Test
  void anEntityBombDoesNotExpand() throws Exception {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE w:document [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY a%d \"&a%d;&a%d;&a%d;\">".formatted(i, i - 1, i - 1, i - 1));
    }
    laughs
        .append("]><w:document xmlns:w=\"")
        .append(WORD)
        .append("\"><w:body><w:p><w:r><w:t>&a29;");
    laughs.append("</w:t></w:r></w:p></w:body></w:document>");
    assertThat(parse(docx(laughs.toString()))).isEqualTo(failed(FailureCode.BROKEN));
    Path secret = Files.writeString(folder.resolve("secret"), "the secret");
    String peek =
        "<!DOCTYPE w:document [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]><w:document xmlns:w=\""
            + WORD
            + "\"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>";
    assertThat(parse(docx(peek))).isEqualTo(failed(FailureCode.BROKEN));
  }

  @Test
  void nestingEndsInAnAnswer() throws Exception {
    int deep = 100_000;
    assertThat(
            parse(text("<html><body>" + "<div>".repeat(deep) + "바닥 text" + "</div>".repeat(deep))))
        .isNotEqualTo(failed(FailureCode.INTERNAL));
    assertThat(parse(text("[".repeat(deep) + "]".repeat(deep))))
        .isEqualTo(failed(FailureCode.NO_TEXT));
    String nested = "<w:sdt><w:sdtContent>";
    String closed = "</w:sdtContent></w:sdt>";
    assertThat(
            parse(
                docx(
                    "<w:document xmlns:w=\""
                        + WORD
                        + "\"><w:body>"
                        + nested.repeat(deep)
                        + "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
                        + closed.repeat(deep)
                        + "</w:body></w:document>")))
        .isIn(failed(FailureCode.BROKEN), failed(FailureCode.TOO_COMPLEX));
  }

  @Test
  void textWithoutEndIsTooComplex() throws Exception {
    Path file = folder.resolve("line");
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] words = "끝없는 줄 line without end ".repeat(1000).getBytes(StandardCharsets.UTF_8);
      for (long size = 0; size < 50L * MEGABYTE; size += words.length) {
        out.write(words);
      }
    }
    assertThat(parse(file)).isEqualTo(failed(FailureCode.TOO_COMPLEX));
    assertThat(parse(text("col,".repeat(100_000) + "\n" + "1,".repeat(100_000))))
        .isEqualTo(failed(FailureCode.TOO_COMPLEX));
  }

  @Test
  void zerosAreNeitherTextNorTrouble() throws Exception {
    assertThat(parse(bytes(new int[5000]))).isEqualTo(failed(FailureCode.UNSUPPORTED));
    assertThat(
            parse(
                text(
                    "A long line of words, then one zero\u0000 and more words follow it here. "
                        .repeat(3))))
        .isInstanceOfSatisfying(
            Parsed.class,
            parsed -> assertThat(parsed.passages().toString()).doesNotContain("\u0000"));
  }

  @Test
  void whatIsTooLargeIsNotOpened() throws Exception {
    Sandbox small = new Sandbox(ParseLimits.ofFilesUpTo(10), JsonMapper.shared());
    assertThat(small.parse(text("more than ten bytes"), workspace()))
        .isEqualTo(failed(FailureCode.TOO_LARGE));
  }

  @Test
  void aParserThatNeverEndsIsKilled() throws Exception {
    ParseLimits hurry = new ParseLimits(MEGABYTE, 10, Duration.ofMillis(20), 64, 1);
    assertThat(
            new Sandbox(hurry, JsonMapper.shared())
                .parse(text("no time to read this"), workspace()))
        .isEqualTo(failed(FailureCode.TOO_COMPLEX));
  }

  private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

  private ParseOutcome parse(Path file) throws IOException, InterruptedException {
    return SANDBOX.parse(file, workspace());
  }

  private Path workspace() throws IOException {
    return Files.createTempDirectory(folder, "workspace");
  }

  private static Unreadable failed(FailureCode code) {
    return new Unreadable(code);
  }

  private Path text(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "text", ""), text);
  }

  private Path bytes(int... values) throws IOException {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return Files.write(Files.createTempFile(folder, "bytes", ""), bytes);
  }

  private Path half(Path whole) throws IOException {
    byte[] all = Files.readAllBytes(whole);
    return Files.write(
        Files.createTempFile(folder, "half", ""), Arrays.copyOf(all, all.length / 2));
  }

  private Path zip(String entry, String content) throws IOException {
    Path file = Files.createTempFile(folder, "zip", "");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private Path docx(String document) throws IOException {
    Path file = Files.createTempFile(folder, "docx", "");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      types(zip);
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(document.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private static void types(ZipOutputStream zip) throws IOException {
    zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
    zip.write(
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
        </Types>"""
            .getBytes(StandardCharsets.UTF_8));
    zip.putNextEntry(new ZipEntry("_rels/.rels"));
    zip.write(
        """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
        </Relationships>"""
            .getBytes(StandardCharsets.UTF_8));
  }
}
