package app.madang.functions.ingestion.chunk;

import app.madang.functions.ingestion.parse.Block.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows as Markdown, or as named values when a row is too wide for that. */
final class TableText {

  private TableText() {}

  static String header(List<String> names) {
    return line(names) + "\n|" + " --- |".repeat(names.size());
  }

  static String line(List<String> cells) {
    return cells.stream().map(TableText::cell).collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** The filled cells, each with its column's name. */
  static List<String> named(Row row) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < row.cells().size(); i++) {
      String cell = row.cells().get(i);
      if (!cell.isEmpty()) {
        String name = i < row.header().size() ? row.header().get(i) : "";
        values.add(name.isEmpty() ? cell : name + ": " + cell);
      }
    }
    return values;
  }

  /** Whether the row is really a line of text: one cell, under no header. */
  static boolean isText(Row row) {
    return row.header().isEmpty() && named(row).size() == 1;
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
