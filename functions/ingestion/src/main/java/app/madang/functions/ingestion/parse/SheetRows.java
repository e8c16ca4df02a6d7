package app.madang.functions.ingestion.parse;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;

/** A sheet as a table; cells that are not stored are empty. */
final class SheetRows implements SheetContentsHandler {

  private final TableRows table;
  private final List<String> cells = new ArrayList<>();

  SheetRows(String sheet, BlockSink sink) {
    this.table = new TableRows(Place.sheet(sheet), sink);
  }

  @Override
  public void startRow(int number) {
    cells.clear();
  }

  @Override
  public void cell(
      @Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
    int column = reference == null ? cells.size() : new CellReference(reference).getCol();
    while (cells.size() < column) {
      cells.add("");
    }
    cells.add(value == null ? "" : value);
  }

  @Override
  public void endRow(int number) {
    if (!cells.isEmpty()) {
      table.row(cells);
    }
  }

  @Override
  public void endSheet() {
    table.end();
  }
}
