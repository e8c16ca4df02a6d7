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
public final class PagePictures {

  private static final double DOTS_A_POINT = 300 / 72.0;

  /** A page of A4 has nine million; a poster is drawn smaller. */
  private static final double MOST_PIXELS = 12_000_000;

  private PagePictures() {}

  /** Writes {@code <page>.png} for each of the pages of a PDF or a picture file. */
  public static void draw(Path file, List<Integer> pages, Path folder) throws IOException {
    ImageIO.setUseCache(false);
    if (new FormatDetection(file).format() == Format.PICTURE) {
      drawPicture(file, pages, folder);
    } else {
      drawPdf(file, pages, folder);
    }
  }

  private static void drawPicture(Path file, List<Integer> pages, Path folder) throws IOException {
    try (OpenPicture picture = OpenPicture.of(file)) {
      for (int page : pages) {
        write(picture.grey(page - 1, MOST_PIXELS), page, folder);
      }
    }
  }

  private static void drawPdf(Path file, List<Integer> pages, Path folder) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      PDFRenderer renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      for (int page : pages) {
        PDRectangle box = document.getPage(page - 1).getCropBox();
        double area = Math.max(1, (double) box.getWidth() * box.getHeight());
        double scale = Math.min(DOTS_A_POINT, Math.sqrt(MOST_PIXELS / area));
        write(renderer.renderImage(page - 1, (float) scale, ImageType.GRAY), page, folder);
      }
    }
  }

  private static void write(BufferedImage picture, int page, Path folder) throws IOException {
    ImageIO.write(picture, "png", folder.resolve(page + ".png").toFile());
  }
}
