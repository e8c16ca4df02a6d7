package app.madang.functions.ingestion.parse;

import app.madang.knowledge.FailureCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * HWPX: a zip of XML parts. They are pulled one after the other; hwpxlib would hold the whole
 * document with its pictures and would read a document type. Its writer makes the files of our
 * tests, and its extractor is the judge there.
 */
final class HwpxFile implements FormatReader {

  static final String TYPE = "application/hwp+zip";

  private static final Pattern SECTION = Pattern.compile("Contents/section(\\d{1,6})\\.xml");
  private static final long LARGEST = 256L * 1024 * 1024;

  @Override
  public void read(Path file, DocumentSink sink) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      requireOpen(zip);
      Allowance allowance = new Allowance(LARGEST);
      HangulXmlStyles styles = new HangulXmlStyles();
      read(zip, zip.getEntry("Contents/header.xml"), allowance, styles::learn);
      HangulXmlText text = new HangulXmlText(styles, new HangulBlocks(sink)::tell);
      List<? extends ZipEntry> sections = sections(zip);
      if (sections.isEmpty()) {
        throw new UnreadableException(FailureCode.BROKEN, "no section");
      }
      for (ZipEntry section : sections) {
        read(zip, section, allowance, text::take);
      }
    }
  }

  private interface Taking {
    void take(HangulXml xml) throws XMLStreamException;
  }

  private static void read(
      ZipFile zip, @Nullable ZipEntry entry, Allowance allowance, Taking taking)
      throws IOException {
    if (entry == null) {
      return;
    }
    try (InputStream in = allowance.on(zip.getInputStream(entry));
        HangulXml xml = new HangulXml(in)) {
      while (xml.next()) {
        taking.take(xml);
      }
    } catch (XMLStreamException e) {
      throw HwpmlFile.unreadable(e);
    }
  }

  /** Encrypted parts are announced in the manifest. */
  private static void requireOpen(ZipFile zip) throws IOException {
    ZipEntry manifest = zip.getEntry("META-INF/manifest.xml");
    if (manifest != null) {
      try (InputStream in = zip.getInputStream(manifest)) {
        String said = new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8);
        if (said.contains("encryption-data")) {
          throw new UnreadableException(FailureCode.ENCRYPTED, "an HWPX file under a password");
        }
      }
    }
  }

  private static List<? extends ZipEntry> sections(ZipFile zip) {
    return zip.stream()
        .filter(entry -> SECTION.matcher(entry.getName()).matches())
        .sorted(Comparator.comparingInt(HwpxFile::number))
        .toList();
  }

  private static int number(ZipEntry entry) {
    Matcher section = SECTION.matcher(entry.getName());
    return section.matches() ? Integer.parseInt(section.group(1)) : 0;
  }
}
