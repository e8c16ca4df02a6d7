package app.madang.functions.ingestion.parse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** HTML as people see it: no scripts, no styles, nothing hidden. */
final class HtmlFile implements FormatReader {

  private static final int SAMPLE = 8 * 1024;

  @Override
  public void read(Path file, DocumentSink sink) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Document page = Jsoup.parse(in, charset(file), "");
      // iterative: nesting costs no stack
      page.traverse(new HtmlBlocks(page.title(), sink));
    }
  }

  /** Null lets jsoup read the page's own declaration. */
  private static @Nullable String charset(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(SAMPLE), StandardCharsets.ISO_8859_1);
      if (head.toLowerCase(Locale.ROOT).contains("charset")) {
        return null;
      }
    }
    return TextEncoding.of(file).name();
  }
}
