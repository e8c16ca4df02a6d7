package app.madang.functions.ingestion.parse;

import app.madang.functions.ingestion.parse.Block.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a table's rows; the first with several cells filled is the header, unless it is alone. */
final class TableRows {

  private final Place place;
  private final BlockSink sink;
  private @Nullable List<String> header;
  private boolean told;

  TableRows(Place place, BlockSink sink) {
    this.place = place;
    this.sink = sink;
  }

  /** The table has no header: its first row is data like the others. */
  void withoutHeader() {
    header = List.of();
    told = true;
  }

  void row(List<String> raw) {
    List<String> cells = CleanText.cells(raw);
    if (header == null && cells.stream().filter(cell -> !cell.isEmpty()).limit(2).count() == 2) {
      header = cells;
    } else {
      told |= header != null && cells.stream().anyMatch(cell -> !cell.isEmpty());
      sink.accept(new Row(header == null ? List.of() : header, cells, place));
    }
  }

  void end() {
    if (header != null && !told) {
      sink.accept(new Row(List.of(), header, place));
    }
    header = null;
    told = false;
  }
}
