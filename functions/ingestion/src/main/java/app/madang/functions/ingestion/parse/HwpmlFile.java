package app.madang.functions.ingestion.parse;

import app.madang.knowledge.FailureCode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** HWPML: a Hangul document as one XML file, its head before its body. */
final class HwpmlFile implements FormatReader {

  /** The root element. */
  static final Pattern ROOT = Pattern.compile("<hwpml\\b", Pattern.CASE_INSENSITIVE);

  @Override
  public void read(Path file, DocumentSink sink) throws IOException {
    HangulXmlStyles styles = new HangulXmlStyles();
    HangulXmlText text = new HangulXmlText(styles, new HangulBlocks(sink)::tell);
    boolean body = false;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        HangulXml xml = new HangulXml(in)) {
      while (xml.next()) {
        if (xml.starts() && xml.name().equals("tail")) {
          xml.skip();
        } else if (body) {
          text.take(xml);
        } else {
          body = xml.starts() && xml.name().equals("body");
          styles.learn(xml);
        }
      }
    } catch (XMLStreamException e) {
      throw unreadable(e);
    }
  }

  /** The JDK's limits have no exception of their own: their messages have a number. */
  static UnreadableException unreadable(XMLStreamException e) {
    boolean limit = String.valueOf(e.getMessage()).contains("JAXP00010");
    return new UnreadableException(limit ? FailureCode.TOO_COMPLEX : FailureCode.BROKEN, e);
  }
}
