package app.madang.functions.ingestion.parse;

import app.madang.knowledge.FailureCode;
import java.io.InputStream;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Pulls the elements of an XML part, names in small letters: HWPML shouts where HWPX speaks. A
 * document type is refused, so nothing expands and nothing is fetched.
 */
final class HangulXml implements AutoCloseable {

  private static final int DEEPEST = 2000;

  private final XMLStreamReader reader;
  private int depth;

  HangulXml(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    this.reader = factory.createXMLStreamReader(in);
  }

  /** The next start, end or text; false after the last. */
  boolean next() throws XMLStreamException {
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > DEEPEST) {
            throw new UnreadableException(FailureCode.TOO_COMPLEX, "nested without end");
          }
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          return true;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          return true;
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new UnreadableException(FailureCode.BROKEN, "a document type");
        default -> {}
      }
    }
    return false;
  }

  boolean starts() {
    return reader.isStartElement();
  }

  boolean ends() {
    return reader.isEndElement();
  }

  String name() {
    return reader.getLocalName().toLowerCase(Locale.ROOT);
  }

  String text() {
    return reader.getText();
  }

  /** Passes over what is in the element that just started, its end included. */
  void skip() throws XMLStreamException {
    int outside = depth - 1;
    while (depth > outside && next()) {
      // nothing in it is for the reader
    }
  }

  /** The first of the attributes that is there, whatever the case of its letters. */
  @Nullable String attribute(String... names) {
    for (String name : names) {
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        if (reader.getAttributeLocalName(i).equalsIgnoreCase(name)) {
          return reader.getAttributeValue(i);
        }
      }
    }
    return null;
  }

  /** An attribute's number; another one when it is none. */
  int number(int otherwise, String... names) {
    String value = attribute(names);
    try {
      return value == null ? otherwise : Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  @Override
  public void close() throws XMLStreamException {
    reader.close();
  }
}
