package app.madang.functions.ingestion.sandbox;

import app.madang.functions.ingestion.PdfFiles;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** PDFs as scanners make them. */
public final class ScanFiles {

  private ScanFiles() {}

  /** A page that is the picture of a text. */
  public static Path whole(Path file) throws IOException {
    try (PDDocument document = new PDDocument()) {
      addScan(document);
      document.save(file.toFile());
    }
    return file;
  }

  /** A scanned page between two of text. */
  public static Path partly(Path file) throws IOException {
    PdfFiles.pages(
        file,
        List.of(PdfFiles.line("The first page has words of its own.")),
        List.of(),
        List.of(PdfFiles.line("The third page has words of its own.")));
    try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file))) {
      picture(document, document.getPage(1));
      document.save(file.toFile());
    }
    return file;
  }

  private static void addScan(PDDocument document) throws IOException {
    PDPage page = new PDPage();
    document.addPage(page);
    picture(document, page);
  }

  private static void picture(PDDocument document, PDPage page) throws IOException {
    page.setResources(new PDResources());
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.drawImage(LosslessFactory.createFromImage(document, drawn()), 0, 0, 612, 792);
    }
  }

  /** A picture file in a format that Java writes. */
  public static Path picture(Path file, String format) throws IOException {
    ImageIO.write(drawn(), format, file.toFile());
    return file;
  }

  /** As faxes and scanners keep several pages. */
  public static Path pictureOfPages(Path file, int pages) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int page = 0; page < pages; page++) {
        writer.writeToSequence(new IIOImage(drawn(), null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return file;
  }

  /**
   * A page as a camera keeps it: the pixels as the sensor lay, and beside them how it was held.
   *
   * @param orientation of EXIF: 1 upright, 3 upside down, 6 and 8 on the side
   */
  public static Path photograph(Path file, int orientation) throws IOException {
    int turns = Map.of(1, 0, 3, 2, 6, 3, 8, 1).get(orientation);
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(turned(drawn(), turns), "jpg", jpeg);
    byte[] exif = {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      0x01,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
    byte[] bytes = jpeg.toByteArray();
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(bytes, 0, 2);
      out.write(exif);
      out.write(bytes, 2, bytes.length - 2);
    }
    return file;
  }

  /** Quarters clockwise. */
  private static BufferedImage turned(BufferedImage picture, int quarters) {
    BufferedImage turned = picture;
    for (int i = 0; i < quarters; i++) {
      BufferedImage next =
          new BufferedImage(turned.getHeight(), turned.getWidth(), BufferedImage.TYPE_BYTE_GRAY);
      for (int y = 0; y < turned.getHeight(); y++) {
        for (int x = 0; x < turned.getWidth(); x++) {
          next.getRaster()
              .setSample(turned.getHeight() - 1 - y, x, 0, turned.getRaster().getSample(x, y, 0));
        }
      }
      turned = next;
    }
    return turned;
  }

  /**
   * Whether a picture is the page as it was before it was photographed, but for what JPEG loses.
   */
  public static boolean isUpright(BufferedImage picture) {
    BufferedImage page = drawn();
    if (picture.getWidth() != page.getWidth() || picture.getHeight() != page.getHeight()) {
      return false;
    }
    int other = 0;
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        int difference =
            picture.getRaster().getSample(x, y, 0) - page.getRaster().getSample(x, y, 0);
        other += Math.abs(difference) > 100 ? 1 : 0;
      }
    }
    return other < 100;
  }

  private static BufferedImage drawn() {
    BufferedImage picture = new BufferedImage(1275, 1650, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 1275, 1650);
    pen.setColor(Color.BLACK);
    pen.setFont(pen.getFont().deriveFont(48f));
    pen.drawString("Annual leave is fifteen days.", 120, 300);
    pen.drawString("The second line stands below.", 120, 380);
    pen.dispose();
    return picture;
  }
}
