import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kr.dogfoot.hwplib.object.HWPFile;
import kr.dogfoot.hwplib.object.bodytext.paragraph.Paragraph;
import kr.dogfoot.hwplib.tool.blankfilemaker.BlankFileMaker;
import kr.dogfoot.hwplib.writer.HWPWriter;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** The same pages as files of each format. */
final class BenchFiles {

  private BenchFiles() {}

  /** In Adobe's Korean collection, which needs no font file. */
  static Path koreanPdf(Path file, List<String> pages) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDResources resources = new PDResources();
      COSDictionary fonts = new COSDictionary();
      fonts.setItem(COSName.getPDFName("F1"), korean());
      resources.getCOSObject().setItem(COSName.FONT, fonts);
      for (String text : pages) {
        StringBuilder content = new StringBuilder("BT /F1 11 Tf 15 TL 60 780 Td\n");
        text.lines()
            .forEach(
                line ->
                    content
                        .append('<')
                        .append(HexFormat.of().formatHex(line.getBytes(StandardCharsets.UTF_16BE)))
                        .append("> Tj T*\n"));
        PDPage page = new PDPage();
        page.setResources(resources);
        PDStream stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
          out.write(content.append("ET\n").toString().getBytes(StandardCharsets.US_ASCII));
        }
        page.setContents(stream);
        document.addPage(page);
      }
      document.save(file.toFile());
    }
    return file;
  }

  private static COSDictionary korean() {
    COSDictionary system = new COSDictionary();
    system.setItem(COSName.REGISTRY, new COSString("Adobe"));
    system.setItem(COSName.ORDERING, new COSString("Korea1"));
    system.setItem(COSName.SUPPLEMENT, COSInteger.get(2));
    COSDictionary described = new COSDictionary();
    described.setItem(COSName.TYPE, COSName.FONT_DESC);
    described.setName(COSName.FONT_NAME, "HYSMyeongJo-Medium");
    described.setInt(COSName.FLAGS, 4);
    COSDictionary glyphs = new COSDictionary();
    glyphs.setItem(COSName.TYPE, COSName.FONT);
    glyphs.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
    glyphs.setName(COSName.BASE_FONT, "HYSMyeongJo-Medium");
    glyphs.setItem(COSName.CIDSYSTEMINFO, system);
    glyphs.setItem(COSName.FONT_DESC, described);
    glyphs.setInt(COSName.DW, 1000);
    COSArray descendants = new COSArray();
    descendants.add(glyphs);
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE0);
    font.setName(COSName.BASE_FONT, "HYSMyeongJo-Medium");
    font.setName(COSName.ENCODING, "UniKS-UTF16-H");
    font.setItem(COSName.DESCENDANT_FONTS, descendants);
    return font;
  }

  /** In an embedded font, of which only what is used is in the file. */
  static Path englishPdf(Path file, List<String> pages) throws IOException {
    String liberation = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    try (PDDocument document = new PDDocument();
        InputStream type = PDDocument.class.getResourceAsStream(liberation)) {
      PDFont font = PDType0Font.load(document, type);
      for (String text : pages) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.setFont(font, 11);
          content.setLeading(15);
          content.newLineAtOffset(60, 780);
          for (String line : text.lines().toList()) {
            content.showText(line);
            content.newLine();
          }
          content.endText();
        }
      }
      document.save(file.toFile());
    }
    return file;
  }

  static Path docx(Path file, List<String> pages) throws IOException {
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(file)) {
      for (String text : pages) {
        document.createParagraph().createRun().setText(text.replace('\n', ' '));
      }
      document.write(out);
    }
    return file;
  }

  static Path hwp(Path file, List<String> pages) throws Exception {
    HWPFile document = BlankFileMaker.make();
    var section = document.getBodyText().getSectionList().getFirst();
    for (String text : pages) {
      Paragraph paragraph = section.addNewParagraph();
      paragraph.getHeader().setLastInList(true);
      paragraph.getHeader().setCharShapeCount(1);
      paragraph.createText();
      paragraph.getText().addString(text.replace('\n', ' '));
      paragraph.createCharShape();
      paragraph.getCharShape().addParaCharShape(0, 0);
    }
    HWPWriter.toFile(document, file.toString());
    return file;
  }

  static Path hwpx(Path file, List<String> pages) throws IOException {
    StringBuilder section = new StringBuilder("<hs:sec xmlns:hs=\"s\" xmlns:hp=\"p\">");
    for (String text : pages) {
      section.append("<hp:p><hp:run><hp:t>").append(text.replace('\n', ' ')).append("</hp:t></hp:run></hp:p>");
    }
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("mimetype"));
      zip.write("application/hwp+zip".getBytes(StandardCharsets.US_ASCII));
      zip.putNextEntry(new ZipEntry("Contents/section0.xml"));
      zip.write(section.append("</hs:sec>").toString().getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  static Path html(Path file, List<String> pages) throws IOException {
    StringBuilder html = new StringBuilder("<!doctype html><html><meta charset=utf-8><body>");
    pages.forEach(text -> html.append("<h2>절</h2><p>").append(text).append("</p>"));
    return Files.writeString(file, html);
  }

  static Path text(Path file, List<String> pages) throws IOException {
    return Files.writeString(file, String.join("\n", pages));
  }
}
