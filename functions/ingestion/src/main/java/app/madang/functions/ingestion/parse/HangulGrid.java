package app.madang.functions.ingestion.parse;

import app.madang.functions.ingestion.parse.HangulItem.Cell;
import app.madang.functions.ingestion.parse.HangulItem.Table;
import app.madang.functions.ingestion.parse.HangulItem.Text;
import app.madang.knowledge.FailureCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The cells of a table in rows of one width. A cell over several rows is said in each of them; one
 * over several columns is said once, except in a header, where each column needs its name.
 */
final class HangulGrid {

  private static final int WIDEST = 500;
  private static final int TALLEST = 20_000;

  private final List<Cell> cells;
  private final int width;

  HangulGrid(List<Cell> cells) {
    this.cells =
        cells.stream().sorted(Comparator.comparing(Cell::row).thenComparing(Cell::column)).toList();
    this.width = cells.stream().mapToInt(cell -> cell.column() + cell.columns()).max().orElse(0);
    int height = cells.stream().mapToInt(cell -> cell.row() + cell.rows()).max().orElse(0);
    if (width > WIDEST || height > TALLEST) {
      throw new UnreadableException(FailureCode.TOO_COMPLEX, "a table of " + height + "×" + width);
    }
  }

  List<List<String>> rows() {
    Map<Integer, String[]> rows = new TreeMap<>();
    int header = headerHeight();
    for (Cell cell : cells) {
      String text = text(cell.items());
      for (int r = cell.row(); r < cell.row() + Math.max(1, cell.rows()); r++) {
        String[] row = rows.computeIfAbsent(r, _ -> blank());
        int last = r < header ? cell.column() + Math.max(1, cell.columns()) : cell.column() + 1;
        for (int c = cell.column(); c < Math.min(last, width); c++) {
          row[c] = text;
        }
      }
    }
    List<List<String>> told = new ArrayList<>();
    if (header > 0) {
      told.add(names(rows, header));
    }
    rows.forEach(
        (number, row) -> {
          if (number >= header) {
            told.add(Arrays.asList(row));
          }
        });
    return told;
  }

  /**
   * How many rows name the columns together: the first row has names over several columns, beside
   * names that reach down; 0 when the table has no such header.
   */
  private int headerHeight() {
    List<Cell> first = cells.stream().filter(cell -> cell.row() == 0).toList();
    int height = first.stream().mapToInt(Cell::rows).max().orElse(0);
    boolean over = first.stream().anyMatch(cell -> cell.columns() > 1 && cell.rows() < height);
    return over && height <= 4 && first.size() > 1 ? height : 0;
  }

  private List<String> names(Map<Integer, String[]> rows, int header) {
    List<String> names = new ArrayList<>(Collections.nCopies(width, ""));
    for (int c = 0; c < width; c++) {
      Set<String> parts = new LinkedHashSet<>();
      for (int r = 0; r < header; r++) {
        String[] row = rows.get(r);
        if (row != null && !row[c].isBlank()) {
          parts.add(row[c].strip());
        }
      }
      names.set(c, String.join(" ", parts));
    }
    return names;
  }

  /** A table in a cell: its rows on one line, cells and rows kept apart. */
  private static String text(List<HangulItem> items) {
    return items.stream()
        .map(
            item ->
                switch (item) {
                  case Text(int _, String text) -> text;
                  case Table(List<Cell> inner) ->
                      new HangulGrid(inner)
                          .rows().stream()
                              .map(
                                  row ->
                                      row.stream()
                                          .filter(cell -> !cell.isBlank())
                                          .collect(Collectors.joining(", ")))
                              .collect(Collectors.joining("; "));
                })
        .collect(Collectors.joining("\n"));
  }

  private String[] blank() {
    String[] row = new String[width];
    Arrays.fill(row, "");
    return row;
  }
}
