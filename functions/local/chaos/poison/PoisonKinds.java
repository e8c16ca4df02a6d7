import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kr.dogfoot.hwplib.object.HWPFile;
import kr.dogfoot.hwplib.tool.blankfilemaker.BlankFileMaker;
import kr.dogfoot.hwplib.writer.HWPWriter;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Makes each kind of poison. */
final class PoisonKinds {

  private static final int MEGABYTE = 1 << 20;
  private static final int DEEP = 10_000;
  private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

  private PoisonKinds() {}

  static Path zero(Path file) throws IOException {
    return Files.write(file, new byte[0]);
  }

  static Path blanks(Path file) throws IOException {
    return Files.writeString(file, " \n\t".repeat(1000));
  }

  static Path garbage(Path file) throws IOException {
    byte[] noise = new byte[MEGABYTE];
    new Random(3).nextBytes(noise);
    return Files.write(file, noise);
  }

  static Path nothing(Path file) throws IOException {
    return word(file, "");
  }

  static Path word(Path file) throws IOException {
    return word(file, "A Word file under another name.");
  }

  private static Path word(Path file, String text) throws IOException {
    try (XWPFDocument document = new XWPFDocument(); OutputStream out = Files.newOutputStream(file)) {
      document.createParagraph().createRun().setText(text);
      document.write(out);
    }
    return file;
  }

  static Path pdf(Path file) throws IOException {
    return pdf(file, 1, false);
  }

  static Path lockedPdf(Path file) throws IOException {
    return pdf(file, 1, true);
  }

  static Path thousandsOfPages(Path file) throws IOException {
    return pdf(file, 5000, false);
  }

  private static Path pdf(Path file, int pages, boolean locked) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (int i = 1; i <= pages; i++) {
        page(document, i);
      }
      if (locked) {
        document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      }
      document.save(file.toFile());
    }
    return file;
  }

  private static void page(PDDocument document, int number) throws IOException {
    PDPage page = new PDPage();
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.setFont(new PDType1Font(FontName.HELVETICA), 11);
      content.setLeading(14);
      content.newLineAtOffset(72, 740);
      for (int line = 0; line < 20; line++) {
        content.showText("Rule " + number + "." + line + " applies to every team of the company and is kept.");
        content.newLine();
      }
      content.endText();
    }
  }

  /** Forms in forms: a small file, and more to draw than anybody lives to see. */
  static Path forms(Path file) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      PDFormXObject inner = null;
      for (int depth = 0; depth < 9; depth++) {
        PDFormXObject form = new PDFormXObject(document);
        form.setBBox(new PDRectangle(600, 800));
        form.setResources(new PDResources());
        String drawn = inner == null ? "q Q" : ("/" + form.getResources().add(inner).getName() + " Do ").repeat(10);
        try (OutputStream out = form.getCOSObject().createOutputStream()) {
          out.write(drawn.getBytes(StandardCharsets.US_ASCII));
        }
        inner = form;
      }
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawForm(inner);
      }
      document.save(file.toFile());
    }
    return file;
  }

  static Path xfa(Path file) throws IOException {
    try (PDDocument document = new PDDocument()) {
      page(document, 1);
      byte[] xml = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>".getBytes(StandardCharsets.UTF_8);
      PDAcroForm form = new PDAcroForm(document);
      form.getCOSObject().setItem(COSName.getPDFName("XFA"), new PDStream(document, new ByteArrayInputStream(xml)));
      document.getDocumentCatalog().setAcroForm(form);
      document.save(file.toFile());
    }
    return file;
  }

  static Path lockedWord(Path file) throws Exception {
    byte[] plain = Files.readAllBytes(word(file));
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream out = encryptor.getDataStream(files)) {
        out.write(plain);
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        files.writeFilesystem(out);
      }
    }
    return file;
  }

  static Path lockedHwp(Path file) throws Exception {
    return hwp(file, 2);
  }

  static Path distributionHwp(Path file) throws Exception {
    return hwp(file, 4);
  }

  private static Path hwp(Path file, int flags) throws Exception {
    HWPFile document = BlankFileMaker.make();
    document.getBodyText().getSectionList().getFirst().getParagraph(0).getText().addString("본문이다. ".repeat(500));
    HWPWriter.toFile(document, file.toString());
    byte[] bytes = Files.readAllBytes(file);
    int header = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("HWP Document File");
    bytes[header + 36] |= (byte) flags;
    return Files.write(file, bytes);
  }

  static Path cutWord(Path file) throws IOException {
    return cut(word(file, "words that do not repeat " + new Random(1).ints(5000).boxed().toList()));
  }

  static Path cutHwp(Path file) throws Exception {
    return cut(hwp(file, 0));
  }

  private static Path cut(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    return Files.write(file, Arrays.copyOf(whole, whole.length / 2));
  }

  static Path entities(Path file) throws IOException {
    StringBuilder document = new StringBuilder("<!DOCTYPE w:document [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      document.append("<!ENTITY a%d \"&a%d;&a%d;&a%d;\">".formatted(i, i - 1, i - 1, i - 1));
    }
    document.append("]><w:document xmlns:w=\"").append(WORD).append("\"><w:body><w:p><w:r><w:t>&a29;");
    return office(file, document.append("</w:t></w:r></w:p></w:body></w:document>").toString(), 0);
  }

  static Path deepPage(Path file) throws IOException {
    return Files.writeString(file, "<html><body>" + "<div>".repeat(DEEP) + "바닥에 있는 글" + "</div>".repeat(DEEP));
  }

  static Path deepHwpml(Path file) throws IOException {
    String open = "<TABLE><ROW><CELL><PARALIST><P><TEXT>";
    return Files.writeString(file, "<?xml version=\"1.0\"?><HWPML><BODY><SECTION><P><TEXT>" + open.repeat(DEEP) + "<CHAR>x</CHAR>");
  }

  static Path deepHwpx(Path file) throws IOException {
    return hwpx(file, "<sec><p><run>" + "<tbl><tr><tc><subList><p><run>".repeat(DEEP) + "<t>x</t>", 0);
  }

  static Path hwpxBomb(Path file) throws IOException {
    return hwpx(file, "<sec><p><run><t>", 1000);
  }

  static Path wordBomb(Path file) throws IOException {
    return office(file, "<w:document xmlns:w=\"" + WORD + "\"><w:body><w:p><w:r><w:t>", 1000);
  }

  private static Path hwpx(Path file, String section, int megabytes) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      entry(zip, "mimetype", "application/hwp+zip", 0);
      entry(zip, "Contents/section0.xml", section, megabytes);
    }
    return file;
  }

  private static Path office(Path file, String document, int megabytes) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      entry(
          zip,
          "[Content_Types].xml",
          """
          <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
          <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
          </Types>""",
          0);
      entry(
          zip,
          "_rels/.rels",
          """
          <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
          </Relationships>""",
          0);
      entry(zip, "word/document.xml", document, megabytes);
    }
    return file;
  }

  static Path zipBomb(Path file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < 10; i++) {
        entry(zip, i + ".txt", "", 200);
      }
    }
    return file;
  }

  static Path paths(Path file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      entry(zip, "../../../../tmp/madang-escaped.txt", "A file that wants to lie elsewhere.", 0);
      entry(zip, "/etc/madang-escaped", "Another that wants the same.", 0);
    }
    return file;
  }

  private static void entry(ZipOutputStream zip, String name, String start, int megabytes) throws IOException {
    byte[] letters = new byte[MEGABYTE];
    Arrays.fill(letters, (byte) 'a');
    zip.putNextEntry(new ZipEntry(name));
    zip.write(start.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < megabytes; i++) {
      zip.write(letters);
    }
  }

  static Path twoHundredMegabytes(Path file) throws IOException {
    byte[] words = "끝없이 이어지는 기록이다. A record that goes on. ".repeat(1000).getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long size = words.length; size <= 200L * MEGABYTE; size += words.length) {
        out.write(words);
      }
    }
    return file;
  }
}
