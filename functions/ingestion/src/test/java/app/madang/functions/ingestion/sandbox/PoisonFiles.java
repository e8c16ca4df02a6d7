package app.madang.functions.ingestion.sandbox;

import app.madang.functions.ingestion.HangulFiles;
import app.madang.functions.ingestion.OfficeFiles;
import app.madang.functions.ingestion.PdfFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Files that were made to hurt. */
final class PoisonFiles {

  private static final int MEGABYTE = 1 << 20;
  private static final int DEEP = 10_000;
  private static final String SECTION = "Contents/section0.xml";

  private PoisonFiles() {}

  static Path hwpxBomb(Path file) throws IOException {
    try (ZipOutputStream zip = hangul(file)) {
      zip.putNextEntry(new ZipEntry(SECTION));
      zip.write("<sec><p><run><t>".getBytes(StandardCharsets.UTF_8));
      fill(zip, 400);
      zip.write("</t></run></p></sec>".getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  static Path hwpBomb(Path file) throws IOException {
    byte[] header = new byte[256];
    byte[] signature = "HWP Document File".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(signature, 0, header, 0, signature.length);
    header[35] = 5;
    header[36] = 1;
    ByteArrayOutputStream section = new ByteArrayOutputStream();
    try (OutputStream out =
        new DeflaterOutputStream(section, new Deflater(Deflater.BEST_COMPRESSION, true))) {
      fill(out, 300);
    }
    try (POIFSFileSystem files = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      files.createDocument(new ByteArrayInputStream(header), "FileHeader");
      files.createDocument(new ByteArrayInputStream(section.toByteArray()), "DocInfo");
      files
          .createDirectory("BodyText")
          .createDocument("Section0", new ByteArrayInputStream(section.toByteArray()));
      files.writeFilesystem(out);
    }
    return file;
  }

  static Path zipBomb(Path file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("zeros.txt"));
      fill(zip, 600);
    }
    return file;
  }

  /** Sixteen in each of sixteen, five times over, and 4 MB in each of the innermost. */
  static Path zipsInZips(Path file) throws IOException {
    ByteArrayOutputStream words = new ByteArrayOutputStream();
    fill(words, 4);
    byte[] inner = words.toByteArray();
    String name = "a.txt";
    for (int level = 0; level < 5; level++) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(out)) {
        for (int i = 0; i < 16; i++) {
          zip.putNextEntry(new ZipEntry(i + name));
          zip.write(inner);
        }
      }
      inner = out.toByteArray();
      name = "a.zip";
    }
    return Files.write(file, inner);
  }

  static Path pdfBomb(Path file) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      PDStream stream = new PDStream(document);
      try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
        byte[] operators =
            "q q q q q q q q q q q q q q q q\n"
                .repeat(32 * 1024)
                .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 600; i++) {
          out.write(operators);
        }
      }
      page.setContents(stream);
      document.addPage(page);
      document.save(file.toFile());
    }
    return file;
  }

  static Path hwpxDeep(Path file) throws IOException {
    String open = "<tbl><tr><tc><subList><p><run>";
    String close = "</run></p></subList></tc></tr></tbl>";
    return hwpx(
        file,
        "<sec><p><run>" + open.repeat(DEEP) + "<t>x</t>" + close.repeat(DEEP) + "</run></p></sec>");
  }

  static Path hwpmlDeep(Path file) throws IOException {
    String open = "<TABLE><ROW><CELL><PARALIST><P><TEXT>";
    return Files.writeString(
        file,
        "<?xml version=\"1.0\"?><HWPML><BODY><SECTION><P><TEXT>"
            + open.repeat(DEEP)
            + "<CHAR>x</CHAR>");
  }

  static Path docxDeep(Path file) throws IOException {
    String open = "<w:tbl><w:tr><w:tc>";
    String close = "<w:p/></w:tc></w:tr></w:tbl>";
    return docx(
        file,
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
            + open.repeat(DEEP)
            + "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
            + close.repeat(DEEP)
            + "</w:body></w:document>");
  }

  static Path mailDeep(Path file) throws IOException {
    StringBuilder mail = new StringBuilder("MIME-Version: 1.0\nFrom: a@b.c\nSubject: deep\n");
    for (int i = 0; i < DEEP; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b")
          .append(i)
          .append("\n\n--b")
          .append(i)
          .append('\n');
    }
    return Files.writeString(file, mail.append("Content-Type: text/plain\n\nbottom\n"));
  }

  static Path pdfCircle(Path file) throws IOException {
    return Files.writeString(
        file,
        """
        %PDF-1.4
        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
        2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
        3 0 obj <</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>> endobj
        trailer <</Root 1 0 R>>
        """);
  }

  static Path pdfDeep(Path file) throws IOException {
    return Files.writeString(
        file,
        "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R/X "
            + "[".repeat(200_000)
            + ">> endobj\n2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj\ntrailer <</Root 1 0 R>>\n");
  }

  static Path hwpxWide(Path file) throws IOException {
    return hwpx(
        file,
        "<sec><p><run><tbl><tr><tc><subList><p><run><t>x</t></run></p></subList>"
            + "<cellAddr colAddr=\"1\" rowAddr=\"0\"/><cellSpan colSpan=\"2000000\" rowSpan=\"2000000\"/>"
            + "</tc></tr></tbl></run></p></sec>");
  }

  static Path hwpCut(Path file) throws Exception {
    return cut(HangulFiles.hwp(file, "제목", List.of("본문이다.".repeat(500)), List.of()));
  }

  static Path hwpxCut(Path file) throws Exception {
    return cut(HangulFiles.hwpx(file, "제목", List.of("본문이다.".repeat(500)), List.of()));
  }

  private static Path cut(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    return Files.write(file, Arrays.copyOf(whole, whole.length / 2));
  }

  /** An entry that says it is encrypted. */
  static Path zipLocked(Path file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("a.txt"));
      zip.write("secret".getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = out.toByteArray();
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    bytes[text.indexOf("PK\u0001\u0002") + 8] |= 1;
    bytes[6] |= 1;
    return Files.write(file, bytes);
  }

  static Path zipOfPictures(Path file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("a.png"));
      zip.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
    }
    return file;
  }

  /** A head that announces 100,000 by 100,000 dots. */
  static Path pngWide(Path file) throws IOException {
    byte[] head =
        ByteBuffer.allocate(17)
            .put("IHDR".getBytes(StandardCharsets.US_ASCII))
            .putInt(100_000)
            .putInt(100_000)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    CRC32 sum = new CRC32();
    sum.update(head);
    return Files.write(
        file,
        ByteBuffer.allocate(33)
            .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
            .putInt(13)
            .put(head)
            .putInt((int) sum.getValue())
            .array());
  }

  static Path garbage(Path file, String start) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(start.getBytes(StandardCharsets.ISO_8859_1));
    byte[] noise = new byte[MEGABYTE];
    new Random(7).nextBytes(noise);
    out.write(noise);
    return Files.write(file, out.toByteArray());
  }

  /** A Word file with a macro project beside its words. */
  static Path macros(Path file) throws Exception {
    Path plain = new OfficeFiles.Word().paragraph("The words, not the macro.").write(file);
    Path with = Files.createTempFile(file.getParent(), "with", ".docm");
    try (OPCPackage opened = OPCPackage.open(plain.toFile())) {
      PackagePart macro =
          opened.createPart(
              PackagingURIHelper.createPartName("/word/vbaProject.bin"),
              "application/vnd.ms-office.vbaProject");
      try (OutputStream out = macro.getOutputStream()) {
        out.write("Shell \"calc\"".getBytes(StandardCharsets.US_ASCII));
      }
      PackagePart main = opened.getPart(PackagingURIHelper.createPartName("/word/document.xml"));
      main.addRelationship(
          macro.getPartName(),
          TargetMode.INTERNAL,
          "http://schemas.microsoft.com/office/2006/relationships/vbaProject");
      main.setContentType("application/vnd.ms-word.document.macroEnabled.main+xml");
      opened.save(with.toFile());
      opened.revert();
    }
    return with;
  }

  /** A form whose XML wants to fetch a file. */
  static Path xfa(Path file, Path secret) throws IOException {
    PdfFiles.pages(file, List.of(PdfFiles.line("Please wait for the form.")));
    try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file))) {
      String xml =
          "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \""
              + secret.toUri()
              + "\">]><xdp:xdp xmlns:xdp=\"http://ns.adobe.com/xdp/\">&e;</xdp:xdp>";
      PDStream stream =
          new PDStream(document, new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
      PDAcroForm form = new PDAcroForm(document);
      form.getCOSObject().setItem(COSName.getPDFName("XFA"), stream);
      document.getDocumentCatalog().setAcroForm(form);
      document.save(file.toFile());
    }
    return file;
  }

  private static Path hwpx(Path file, String section) throws IOException {
    try (ZipOutputStream zip = hangul(file)) {
      zip.putNextEntry(new ZipEntry(SECTION));
      zip.write(section.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private static ZipOutputStream hangul(Path file) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
    zip.putNextEntry(new ZipEntry("mimetype"));
    zip.write("application/hwp+zip".getBytes(StandardCharsets.UTF_8));
    return zip;
  }

  private static Path docx(Path file, String document) throws IOException {
    Path plain = new OfficeFiles.Word().paragraph("x").write(file);
    Path deep = Files.createTempFile(file.getParent(), "deep", ".docx");
    try (ZipFile zip = new ZipFile(plain.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(deep))) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        byte[] bytes =
            entry.getName().equals("word/document.xml")
                ? document.getBytes(StandardCharsets.UTF_8)
                : zip.getInputStream(entry).readAllBytes();
        out.write(bytes);
      }
    }
    return deep;
  }

  private static void fill(OutputStream out, int megabytes) throws IOException {
    byte[] letters = new byte[MEGABYTE];
    Arrays.fill(letters, (byte) 'a');
    for (int i = 0; i < megabytes; i++) {
      out.write(letters);
    }
  }
}
