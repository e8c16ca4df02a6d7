package app.madang.functions.ingestion.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.functions.ingestion.HangulFiles;
import app.madang.functions.ingestion.HangulFiles.Box;
import app.madang.functions.ingestion.OfficeFiles;
import app.madang.knowledge.FailureCode;
import app.madang.knowledge.Omission;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that hold files: each is read as what it is, under its own name. */
class ContainerFormatsTest {

  private static final Charset WINDOWS = Charset.forName("x-windows-949");

  @TempDir Path folder;
  private final List<String> told = new ArrayList<>();
  private List<Omission> omissions = List.of();

  @BeforeEach
  void forget() {
    told.clear();
  }

  @Test
  void anArchiveIsReadEntryByEntryUnderTheNamesThatPeopleGave() throws Exception {
    Path minutes =
        HangulFiles.hwp(
            folder.resolve("h"),
            "회의",
            List.of(),
            List.of(
                new Box(0, 0, 1, 1, "안건"),
                new Box(0, 1, 1, 1, "결론"),
                new Box(1, 0, 1, 1, "이사"),
                new Box(1, 1, 1, 1, "4월")));
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("자료/회의록.hwp", Files.readAllBytes(minutes));
    entries.put("../../자료/비고.txt", "비고이다.".getBytes(StandardCharsets.UTF_8));
    entries.put("__MACOSX/자료/._회의록.hwp", new byte[] {1});
    entries.put("그림.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
    Path zip = zip(entries, WINDOWS);
    read(zip);
    assertThat(told).containsExactly("자료/회의록.hwp: 1. 회의", "자료/회의록.hwp: 이사, 4월", "자료/비고.txt: 비고이다.");
    assertThat(omissions).containsExactly(new Omission(FailureCode.BROKEN, "그림.png", List.of()));
  }

  @Test
  void namesThatAreDecomposedAreComposed() throws IOException {
    read(
        zip(
            Map.of(
                Normalizer.normalize("연차.txt", Normalizer.Form.NFD),
                Normalizer.normalize("연차는 15일이다.", Normalizer.Form.NFD)
                    .getBytes(StandardCharsets.UTF_8)),
            StandardCharsets.UTF_8));
    assertThat(told).containsExactly("연차.txt: 연차는 15일이다.");
  }

  @Test
  void archivesInArchivesAreReadButNotWithoutEnd() throws IOException {
    byte[] inner = "가장 안쪽.".getBytes(StandardCharsets.UTF_8);
    String name = "글.txt";
    for (int i = 0; i < 3; i++) {
      inner = Files.readAllBytes(zip(Map.of(name, inner), StandardCharsets.UTF_8));
      name = "속.zip";
    }
    read(Files.write(folder.resolve("three"), inner));
    assertThat(told).containsExactly("속.zip/속.zip/글.txt: 가장 안쪽.");
    for (int i = 0; i < 30; i++) {
      inner = Files.readAllBytes(zip(Map.of(name, inner), StandardCharsets.UTF_8));
    }
    told.clear();
    read(Files.write(folder.resolve("many"), inner));
    assertThat(told).isEmpty();
    assertThat(omissions).extracting(Omission::reason).containsExactly(FailureCode.TOO_COMPLEX);
  }

  @Test
  void anArchiveOfTooManyFilesIsTooComplex() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < 2100; i++) {
      entries.put(i + ".txt", new byte[] {'a'});
    }
    Path zip = zip(entries, StandardCharsets.UTF_8);
    assertThatThrownBy(() -> read(zip))
        .isInstanceOfSatisfying(
            UnreadableException.class,
            e -> assertThat(e.code()).isEqualTo(FailureCode.TOO_COMPLEX));
  }

  @Test
  void whatIsLockedOrBrokenInAnArchiveIsLeftOut() throws Exception {
    Path plain = new OfficeFiles.Word().paragraph("secret").write(folder.resolve("plain"));
    Path locked = OfficeFiles.locked(plain, folder.resolve("locked"));
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("locked.docx", Files.readAllBytes(locked));
    entries.put("broken.pdf", "%PDF-1.7\nbroken".getBytes(StandardCharsets.UTF_8));
    entries.put("good.txt", "good".getBytes(StandardCharsets.UTF_8));
    read(zip(entries, StandardCharsets.UTF_8));
    assertThat(told).containsExactly("good.txt: good");
    assertThat(omissions)
        .containsExactly(
            new Omission(FailureCode.ENCRYPTED, "locked.docx", List.of()),
            new Omission(FailureCode.BROKEN, "broken.pdf", List.of()));
  }

  @Test
  void aMailSaysWhoAndWhatAndItsAttachmentsAreRead() throws Exception {
    Path word = new OfficeFiles.Word().paragraph("견적은 300만 원이다.").write(folder.resolve("word"));
    String mail =
        """
        Return-Path: <kim@example.com>
        Message-ID: <1@example.com>
        MIME-Version: 1.0
        From: =?utf-8?B?%s?= <kim@example.com>
        To: lee@example.com
        Subject: =?ks_c_5601-1987?B?%s?=
        Date: Mon, 23 Nov 2026 10:00:00 +0900
        Content-Type: multipart/mixed; boundary="out"

        --out
        Content-Type: multipart/alternative; boundary="in"

        --in
        Content-Type: text/plain; charset=euc-kr
        Content-Transfer-Encoding: base64

        %s
        --in
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: 8bit

        <html><body><h1>견적</h1><p>첨부를 봐 주세요.</p><table><tr><td>품목</td><td>값</td></tr><tr><td>책상</td><td>30</td></tr></table></body></html>
        --in--
        --out
        Content-Type: image/png; name="logo.png"
        Content-Disposition: inline

        x
        --out
        Content-Type: application/octet-stream
        Content-Disposition: attachment; filename*=UTF-8''%%EA%%B2%%AC%%EC%%A0%%81.docx
        Content-Transfer-Encoding: base64

        %s
        --out
        Content-Type: message/rfc822

        From: park@example.com
        Subject: earlier
        MIME-Version: 1.0
        Content-Type: text/plain

        The mail before.
        --out--
        """
            .formatted(
                base64("김하늘".getBytes(StandardCharsets.UTF_8)),
                base64("똠방각하 견적".getBytes(WINDOWS)),
                base64("보통 글".getBytes(WINDOWS)),
                base64(Files.readAllBytes(word)));
    read(Files.writeString(folder.resolve("mail"), mail.replace("\n", "\r\n")));
    assertThat(told)
        .containsExactly(
            "똠방각하 견적",
            "From: 김하늘 <kim@example.com>\nTo: lee@example.com\nDate: Mon, 23 Nov 2026 10:00:00 +0900\n"
                + "- 견적.docx\n- message/rfc822",
            "견적",
            "첨부를 봐 주세요.",
            "책상, 30",
            "견적.docx: 견적은 300만 원이다.",
            "earlier",
            "From: park@example.com",
            "The mail before.");
    assertThat(omissions).isEmpty();
  }

  @Test
  void aMemoThatMentionsASubjectIsNoMail() throws IOException {
    read(Files.writeString(folder.resolve("memo"), "Subject: 회의\nDate: 월요일\n\n내용이다."));
    assertThat(told).containsExactly("Subject: 회의\nDate: 월요일", "내용이다.");
  }

  @Test
  void aBookIsReadInTheOrderOfItsSpine() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    text(entries, "mimetype", "application/epub+zip");
    text(
        entries,
        "META-INF/container.xml",
        "<container xmlns='c'><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>");
    text(
        entries,
        "OEBPS/book.opf",
        """
        <opf:package xmlns:opf="o" xmlns:dc="d"><opf:metadata><dc:title>농사 입문</dc:title></opf:metadata>
        <opf:manifest><opf:item id="b" href="text/b.xhtml" media-type="application/xhtml+xml"/>
        <opf:item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>
        <opf:item id="a" href="text/a%20a.xhtml" media-type="application/xhtml+xml"/></opf:manifest>
        <opf:spine><opf:itemref idref="n"/><opf:itemref idref="a"/><opf:itemref idref="b"/></opf:spine></opf:package>
        """);
    text(entries, "OEBPS/nav.xhtml", "<html><body>차례</body></html>");
    text(entries, "OEBPS/text/b.xhtml", "<html><body><h1>둘째</h1><p>벼를 벤다.</p></body></html>");
    text(entries, "OEBPS/text/a a.xhtml", "<html><body><h1>첫째</h1><p>씨를 뿌린다.</p></body></html>");
    read(zip(entries, StandardCharsets.UTF_8));
    assertThat(told).containsExactly("농사 입문", "첫째", "씨를 뿌린다.", "둘째", "벼를 벤다.");
    text(
        entries,
        "META-INF/encryption.xml",
        "<encryption xmlns:e='e'><e:EncryptedData><e:CipherData><e:CipherReference URI='OEBPS/text/b.xhtml'/></e:CipherData></e:EncryptedData></encryption>");
    Path locked = zip(entries, StandardCharsets.UTF_8);
    assertThatThrownBy(() -> read(locked))
        .isInstanceOfSatisfying(
            UnreadableException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.ENCRYPTED));
  }

  private static String base64(byte[] bytes) {
    return java.util.Base64.getEncoder().encodeToString(bytes);
  }

  private static void text(Map<String, byte[]> entries, String name, String text) {
    entries.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path zip(Map<String, byte[]> entries, Charset names) throws IOException {
    Path file = Files.createTempFile(folder, "zip", "");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out, names)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return file;
  }

  private void read(Path file) {
    omissions =
        new DocumentFile(file)
            .read(
                block ->
                    told.add(
                        Stream.ofNullable(block.place().file())
                                .map(name -> name + ": ")
                                .findFirst()
                                .orElse("")
                            + switch (block) {
                              case Block.Heading heading -> heading.text();
                              case Block.Paragraph paragraph -> paragraph.text();
                              case Block.Row row -> String.join(", ", row.cells());
                            }));
  }
}
