package app.madang.functions.ingestion.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts the lines of a page into reading order. The order of printing is nearly always right; only
 * columns that were printed across, line by line, are taken apart. Cells of a table stay a row.
 */
final class PdfColumns {

  /** So many rows of running text on both sides of a gutter make columns. */
  private static final int ROWS = 5;

  /** A cell of running text is about this long. */
  private static final int PROSE = 12;

  /** In sizes of the type. */
  private static final double RAGGED = 3;

  private PdfColumns() {}

  /** Each element is a line of one cell, or a table's row. */
  static List<List<PdfLine>> order(List<PdfLine> page) {
    return inOrder(page).stream().map(PdfColumns::joined).toList();
  }

  /** A row whose cells stand near was one line after all: a number before its text. */
  private static List<PdfLine> joined(List<PdfLine> row) {
    List<PdfLine> cells = new ArrayList<>();
    for (PdfLine cell : row) {
      if (!cells.isEmpty() && cells.getLast().isNear(cell)) {
        cells.set(cells.size() - 1, cells.getLast().with(cell));
      } else {
        cells.add(cell);
      }
    }
    return cells;
  }

  private static List<List<PdfLine>> inOrder(List<PdfLine> page) {
    List<List<PdfLine>> rows = rows(page);
    List<List<PdfLine>> pairs = rows.stream().filter(PdfColumns::isPairOfProse).toList();
    if (pairs.size() < ROWS) {
      return rows;
    }
    double gutter = median(pairs.stream().map(pair -> pair.get(1).left()).toList());
    List<List<PdfLine>> across =
        pairs.stream().filter(pair -> isAt(gutter, pair.get(1).left(), pair)).toList();
    double edge = across.stream().mapToDouble(pair -> pair.getFirst().right()).max().orElse(0);
    long full = across.stream().filter(pair -> isAt(edge, pair.getFirst().right(), pair)).count();
    return across.size() < ROWS || full * 2 < across.size()
        ? rows
        : columns(rows, across, (edge + gutter) / 2);
  }

  /** What stands between the first and the last row of columns is read side after side. */
  private static List<List<PdfLine>> columns(
      List<List<PdfLine>> rows, List<List<PdfLine>> across, double middle) {
    int first = rows.indexOf(across.getFirst());
    int last = rows.lastIndexOf(across.getLast());
    while (last + 1 < rows.size() && isInOneColumn(rows.get(last + 1), middle)) {
      last++;
    }
    List<List<PdfLine>> ordered = new ArrayList<>(rows.subList(0, first));
    List<PdfLine> inside = rows.subList(first, last + 1).stream().flatMap(List::stream).toList();
    inside.stream().filter(line -> line.left() < middle).map(List::of).forEach(ordered::add);
    inside.stream().filter(line -> line.left() >= middle).map(List::of).forEach(ordered::add);
    ordered.addAll(rows.subList(last + 1, rows.size()));
    return ordered;
  }

  private static boolean isInOneColumn(List<PdfLine> row, double middle) {
    return row.size() == 1 && (row.getFirst().right() < middle || row.getFirst().left() > middle);
  }

  private static boolean isPairOfProse(List<PdfLine> row) {
    return row.size() == 2 && row.stream().allMatch(cell -> cell.text().length() >= PROSE);
  }

  private static boolean isAt(double place, double edge, List<PdfLine> row) {
    return Math.abs(place - edge) < RAGGED * row.getFirst().size();
  }

  private static List<List<PdfLine>> rows(List<PdfLine> page) {
    List<List<PdfLine>> rows = new ArrayList<>();
    for (PdfLine line : page) {
      if (rows.isEmpty() || rows.getLast().getFirst().row() != line.row()) {
        rows.add(new ArrayList<>());
      }
      rows.getLast().add(line);
    }
    return rows;
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((sorted.size() - 1) / 2);
  }
}
