package app.madang.functions.ingestion.parse;

import app.madang.knowledge.FailureCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Workbooks, streamed: a sheet of a million rows needs the memory of one. */
final class SheetsFile implements FormatReader {

  @Override
  public void read(Path file, DocumentSink sink) throws IOException {
    OfficePackage.read(
        file,
        opened -> {
          try {
            sheets(opened, sink);
          } catch (SAXException | ParserConfigurationException e) {
            throw new UnreadableException(FailureCode.BROKEN, e);
          }
        });
  }

  private static void sheets(OPCPackage opened, BlockSink sink)
      throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(opened, false);
    XSSFReader workbook = new XSSFReader(opened);
    XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) workbook.getSheetsData();
    while (sheets.hasNext()) {
      try (InputStream sheet = sheets.next()) {
        SheetRows rows = new SheetRows(CleanText.line(sheets.getSheetName()), sink);
        XMLReader reader = XMLHelper.newXMLReader();
        reader.setContentHandler(
            new XSSFSheetXMLHandler(
                workbook.getStylesTable(), null, strings, rows, new DataFormatter(), false));
        reader.parse(new InputSource(sheet));
      }
    }
  }
}
