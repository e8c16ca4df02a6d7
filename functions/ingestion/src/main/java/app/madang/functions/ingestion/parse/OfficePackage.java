package app.madang.functions.ingestion.parse;

import app.madang.knowledge.FailureCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;

/** Opens an Office file and says in our words what POI says in many. */
final class OfficePackage {

  /** Work on an open package. */
  interface Reading {
    void read(OPCPackage opened) throws IOException, OpenXML4JException;
  }

  private OfficePackage() {}

  static void read(Path file, Reading reading) throws IOException {
    OPCPackage opened = null;
    try {
      opened = OPCPackage.open(file.toFile(), PackageAccess.READ);
      reading.read(opened);
    } catch (OpenXML4JException | POIXMLException | IOException e) {
      throw new UnreadableException(code(e), e);
    } finally {
      if (opened != null) {
        opened.revert();
      }
    }
  }

  /** POI has no exception of its own for a bomb: its message has the word. */
  private static FailureCode code(Throwable thrown) {
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < 10; i++) {
      String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (message.contains("zip bomb") || message.contains("maximum file count")) {
        return FailureCode.TOO_COMPLEX;
      }
      cause = cause.getCause();
    }
    return FailureCode.BROKEN;
  }
}
