package app.madang.functions.ingestion.parse;

import app.madang.knowledge.FailureCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/** Office files are zips: looks at the table of contents before anything is unpacked. */
final class ZipContainer {

  private static final int MOST_ENTRIES = 10_000;
  private static final long LARGEST_ENTRY = 512L * 1024 * 1024;
  private static final long LARGEST_TOTAL = 2 * LARGEST_ENTRY;

  /** Real sheets of zeros pack a hundredfold; bombs a thousandfold. */
  private static final double SMALLEST_RATIO = 0.004;

  private ZipContainer() {}

  /** The format of a zip. */
  static Format format(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (type(zip).startsWith(HwpxFile.TYPE) || zip.getEntry("Contents/section0.xml") != null) {
        return Format.HWPX;
      }
      if (zip.getEntry("[Content_Types].xml") == null) {
        throw new UnreadableException(FailureCode.UNSUPPORTED, "an archive");
      }
      guard(zip);
      if (zip.getEntry("word/document.xml") != null) {
        return Format.DOCX;
      }
      if (zip.getEntry("ppt/presentation.xml") != null) {
        return Format.PPTX;
      }
      if (zip.getEntry("xl/workbook.xml") != null) {
        return Format.XLSX;
      }
      throw new UnreadableException(FailureCode.UNSUPPORTED, "an Office file of another kind");
    } catch (ZipException e) {
      throw new UnreadableException(FailureCode.BROKEN, e);
    }
  }

  /** What the archive says of itself, if anything. */
  private static String type(ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry("mimetype");
    if (entry == null) {
      return "";
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readNBytes(100), StandardCharsets.US_ASCII).strip();
    }
  }

  /**
   * What the table of contents announces; POI counts again while unpacking, for tables that lie.
   */
  private static void guard(ZipFile zip) {
    if (zip.size() > MOST_ENTRIES) {
      throw new UnreadableException(FailureCode.TOO_COMPLEX, "too many entries");
    }
    long total = zip.stream().mapToLong(ZipEntry::getSize).sum();
    boolean large = zip.stream().anyMatch(entry -> entry.getSize() > LARGEST_ENTRY);
    if (large || total > LARGEST_TOTAL) {
      throw new UnreadableException(FailureCode.TOO_COMPLEX, "unpacks to too much");
    }
    ZipSecureFile.setMaxFileCount(MOST_ENTRIES);
    ZipSecureFile.setMaxEntrySize(LARGEST_ENTRY);
    ZipSecureFile.setMinInflateRatio(SMALLEST_RATIO);
  }
}
