package app.madang.functions.ingestion;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/**
 * PDFs in Korean and English without a font file: the font is Adobe's Korea1 collection, which
 * every reader knows by name.
 */
public final class PdfFiles {

  private static final int LEFT = 72;
  private static final int BESIDE = 320;
  private static final int TOP = 760;

  private PdfFiles() {}

  /** A line of text in a size, and what stands beside it in another column. */
  public record Line(int size, String text, String beside) {

    /** A line alone. */
    public Line(int size, String text) {
      this(size, text, "");
    }
  }

  /** A body line. */
  public static Line line(String text) {
    return new Line(11, text);
  }

  /** A body line of two columns, printed across. */
  public static Line across(String left, String right) {
    return new Line(11, left, right);
  }

  /** A PDF with a page for each list. */
  @SafeVarargs
  public static Path pages(Path file, List<Line>... pages) throws IOException {
    try (PDDocument document = document(pages)) {
      document.save(file.toFile());
    }
    return file;
  }

  /** A PDF that opens with a password only. */
  public static Path locked(Path file) throws IOException {
    try (PDDocument document = document(List.of(line("secret")))) {
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      document.save(file.toFile());
    }
    return file;
  }

  @SafeVarargs
  private static PDDocument document(List<Line>... pages) throws IOException {
    PDDocument document = new PDDocument();
    PDResources resources = new PDResources();
    resources.getCOSObject().setItem(COSName.FONT, dictionary("F1", font()));
    for (List<Line> lines : pages) {
      PDPage page = new PDPage();
      page.setResources(resources);
      PDStream stream = new PDStream(document);
      try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
        out.write(content(lines).getBytes(StandardCharsets.US_ASCII));
      }
      page.setContents(stream);
      document.addPage(page);
    }
    return document;
  }

  private static String content(List<Line> lines) {
    StringBuilder content = new StringBuilder("BT\n");
    int y = TOP;
    for (Line line : lines) {
      y -= line.text().isEmpty() ? 14 : line.size() + 4;
      content.append(shown(line.size(), LEFT, y, line.text()));
      content.append(shown(line.size(), BESIDE, y, line.beside()));
    }
    return content.append("ET\n").toString();
  }

  private static String shown(int size, int left, int y, String text) {
    String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
    return "/F1 %d Tf 1 0 0 1 %d %d Tm <%s> Tj\n".formatted(size, left, y, hex);
  }

  private static COSDictionary font() {
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
    glyphs.setInt(COSName.DW, 500);
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

  private static COSDictionary dictionary(String name, COSDictionary value) {
    COSDictionary dictionary = new COSDictionary();
    dictionary.setItem(COSName.getPDFName(name), value);
    return dictionary;
  }
}
