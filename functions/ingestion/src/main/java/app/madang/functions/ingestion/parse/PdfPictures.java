package app.madang.functions.ingestion.parse;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws pages as pictures, as whoever recognises letters likes them: grey, 300 dots an inch. */
public final class PdfPictures {

  private static final double DOTS_A_POINT = 300 / 72.0;

  /** A page of A4 has nine million; a poster is drawn smaller. */
  private static final double MOST_PIXELS = 12_000_000;

  private PdfPictures() {}

  /** Writes {@code <page>.png} for each of the pages. */
  public static void draw(Path file, List<Integer> pages, Path folder) throws IOException {
    ImageIO.setUseCache(false);
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      PDFRenderer renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      for (int page : pages) {
        PDRectangle box = document.getPage(page - 1).getCropBox();
        double area = Math.max(1, (double) box.getWidth() * box.getHeight());
        double scale = Math.min(DOTS_A_POINT, Math.sqrt(MOST_PIXELS / area));
        BufferedImage picture = renderer.renderImage(page - 1, (float) scale, ImageType.GRAY);
        ImageIO.write(picture, "png", folder.resolve(page + ".png").toFile());
      }
    }
  }
}
