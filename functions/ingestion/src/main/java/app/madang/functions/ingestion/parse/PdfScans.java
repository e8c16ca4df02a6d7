package app.madang.functions.ingestion.parse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.jspecify.annotations.Nullable;

/** Finds the pages that are pictures of text: hardly a letter, but a picture of a page's size. */
final class PdfScans {

  /** A scanner's stamp in a corner makes no page of text. */
  private static final int FEW_LETTERS = 20;

  /** A logo has less; a page at 75 dots an inch has more. */
  private static final long LARGE = 300_000;

  private static final int DEEPEST = 4;

  private PdfScans() {}

  static List<Integer> of(PDDocument document, List<PdfLine> lines) throws IOException {
    Map<Integer, Integer> letters =
        lines.stream()
            .collect(Collectors.toMap(PdfLine::page, line -> letters(line.text()), Integer::sum));
    List<Integer> scans = new ArrayList<>();
    for (int page = 1; page <= document.getNumberOfPages(); page++) {
      if (letters.getOrDefault(page, 0) < FEW_LETTERS
          && pixels(document.getPage(page - 1).getResources(), 0) >= LARGE) {
        scans.add(page);
      }
    }
    return scans;
  }

  private static int letters(String text) {
    return (int) text.codePoints().filter(Character::isLetterOrDigit).count();
  }

  /** Scanners cut pages into strips, so that all pictures count; none is unpacked. */
  private static long pixels(@Nullable PDResources resources, int depth) throws IOException {
    long pixels = 0;
    if (resources == null || depth > DEEPEST) {
      return 0;
    }
    for (COSName name : resources.getXObjectNames()) {
      if (!resources.isImageXObject(name)) {
        pixels +=
            resources.getXObject(name) instanceof PDFormXObject form
                ? pixels(form.getResources(), depth + 1)
                : 0;
        continue;
      }
      COSStream picture =
          resources.getCOSObject().getCOSDictionary(COSName.XOBJECT).getCOSStream(name);
      if (picture != null) {
        pixels += (long) picture.getInt(COSName.WIDTH, 0) * picture.getInt(COSName.HEIGHT, 0);
      }
    }
    return pixels;
  }
}
