package app.madang.functions.ingestion.parse;

import app.madang.knowledge.FailureCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/**
 * Office files, books and archives are zips: looks at the table of contents before anything is
 * unpacked.
 */
final class ZipContainer {

  private static final int MOST_ENTRIES = 10_000;
  private static final long LARGEST_ENTRY = 512L * 1024 * 1024;
  private static final long LARGEST_TOTAL = 2 * LARGEST_ENTRY;

  /** Real sheets of zeros pack a hundredfold; bombs a thousandfold. */
  private static final double SMALLEST_RATIO = 0.004;

  private ZipContainer() {}

  /** The format of a zip. */
  static Format format(Path file) throws IOException {
    // the JDK refuses archives with a locked entry, or names of Korean Windows
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      String type = type(zip);
      if (type.startsWith(HwpxFile.TYPE) || zip.getEntry("Contents/section0.xml") != null) {
        return Format.HWPX;
      }
      if (type.startsWith(EpubFile.TYPE)) {
        return Format.EPUB;
      }
      if (type.startsWith("application/vnd.oasis")) {
        throw new UnreadableException(FailureCode.UNSUPPORTED, "an OpenDocument file");
      }
      if (zip.getEntry("[Content_Types].xml") == null) {
        return Format.ARCHIVE;
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
    }
  }

  /** What the archive says of itself, if anything. */
  private static String type(ZipFile zip) throws IOException {
    ZipArchiveEntry entry = zip.getEntry("mimetype");
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
    List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
    if (entries.size() > MOST_ENTRIES) {
      throw new UnreadableException(FailureCode.TOO_COMPLEX, "too many entries");
    }
    long total = entries.stream().mapToLong(ZipArchiveEntry::getSize).sum();
    boolean large = entries.stream().anyMatch(entry -> entry.getSize() > LARGEST_ENTRY);
    if (large || total > LARGEST_TOTAL) {
      throw new UnreadableException(FailureCode.TOO_COMPLEX, "unpacks to too much");
    }
    ZipSecureFile.setMaxFileCount(MOST_ENTRIES);
    ZipSecureFile.setMaxEntrySize(LARGEST_ENTRY);
    ZipSecureFile.setMinInflateRatio(SMALLEST_RATIO);
  }
}
