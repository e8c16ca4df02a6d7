package app.madang.functions.ingestion.sandbox;

import app.madang.functions.ingestion.PdfFiles;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
