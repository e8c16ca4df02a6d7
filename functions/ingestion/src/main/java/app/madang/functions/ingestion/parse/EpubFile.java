package app.madang.functions.ingestion.parse;

import app.madang.functions.ingestion.parse.Block.Heading;
import app.madang.knowledge.FailureCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** EPUB: a zip of web pages, read in the order of its spine. */
final class EpubFile implements FormatReader {

  static final String TYPE = "application/epub+zip";

  private static final long LARGEST = 256L * 1024 * 1024;

  @Override
  public void read(Path file, DocumentSink sink) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Allowance allowance = new Allowance(LARGEST);
      requireOpen(zip, allowance);
      Element root =
          required(xml(zip, "META-INF/container.xml", allowance)).selectFirst("*|rootfile");
      String path = root == null ? "" : root.attr("full-path");
      Document book = required(xml(zip, path, allowance));
      Element title = book.selectFirst("*|title");
      sink.accept(new Heading(1, title == null ? "" : title.text(), Place.NONE));
      chapters(zip, book, path.substring(0, path.lastIndexOf('/') + 1), allowance, sink);
    }
  }

  private static void chapters(
      ZipFile zip, Document book, String folder, Allowance allowance, BlockSink sink)
      throws IOException {
    Map<String, String> pages = new HashMap<>();
    for (Element item : book.select("*|manifest > *|item")) {
      // the table of contents says again what the chapters say
      if (item.attr("media-type").contains("html") && !item.attr("properties").contains("nav")) {
        pages.put(item.id(), item.attr("href"));
      }
    }
    for (Element reference : book.select("*|spine > *|itemref")) {
      String page = pages.get(reference.attr("idref"));
      ZipEntry entry = page == null ? null : zip.getEntry(resolved(folder, page));
      if (entry != null) {
        try (InputStream in = allowance.on(zip.getInputStream(entry))) {
          // iterative: nesting costs no stack
          Jsoup.parse(in, null, "").traverse(new HtmlBlocks("", new DeeperHeadings(sink)));
        }
      }
    }
  }

  private static String resolved(String folder, String page) {
    String plain = URLDecoder.decode(page.replace("+", "%2B"), StandardCharsets.UTF_8);
    return Path.of("/" + folder).resolve(plain).normalize().toString().substring(1);
  }

  /** Obfuscated fonts are no lock; encrypted chapters are. */
  private static void requireOpen(ZipFile zip, Allowance allowance) throws IOException {
    Document encryption = xml(zip, "META-INF/encryption.xml", allowance);
    boolean locked =
        encryption != null
            && encryption.select("*|EncryptedData").stream()
                .map(data -> data.select("*|CipherReference").attr("URI"))
                .anyMatch(uri -> uri.endsWith("html") || uri.endsWith(".xml"));
    if (locked) {
      throw new UnreadableException(FailureCode.ENCRYPTED, "a book under a lock");
    }
  }

  private static Document required(@Nullable Document document) {
    if (document == null) {
      throw new UnreadableException(FailureCode.BROKEN, "a book without its list of pages");
    }
    return document;
  }

  /** jsoup knows no document type's entities and fetches nothing. */
  private static @Nullable Document xml(ZipFile zip, String name, Allowance allowance)
      throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return null;
    }
    try (InputStream in = allowance.on(zip.getInputStream(entry))) {
      return Jsoup.parse(in, null, "", Parser.xmlParser());
    }
  }
}
