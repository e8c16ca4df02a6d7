package app.madang.functions.ingestion.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lines of one column from top to bottom, or one row of a table.
 *
 * @param left the margin at which lines start
 * @param right the margin at which full lines end
 */
record PdfFlow(List<PdfLine> lines, boolean table, double left, double right) {

  /** A line that sticks out alone by this much, in sizes of the type, keeps no margin. */
  private static final double ALONE = 3;

  private static final double CENTRED = 1;

  /** Cuts a page's lines where the text goes up again or aside: there a column starts. */
  static List<PdfFlow> of(List<List<PdfLine>> rows) {
    List<PdfFlow> flows = new ArrayList<>();
    List<PdfLine> column = new ArrayList<>();
    for (List<PdfLine> row : rows) {
      boolean table = row.size() > 1;
      if (!column.isEmpty() && (table || !follows(column.getLast(), row.getFirst()))) {
        flows.add(column(column));
        column = new ArrayList<>();
      }
      if (table) {
        flows.add(new PdfFlow(row, true, 0, 0));
      } else {
        column.add(row.getFirst());
      }
    }
    if (!column.isEmpty()) {
      flows.add(column(column));
    }
    return flows;
  }

  private static boolean follows(PdfLine above, PdfLine below) {
    return above.baseline() < below.baseline() && above.overlaps(below);
  }

  private static PdfFlow column(List<PdfLine> lines) {
    double left = lines.stream().mapToDouble(PdfLine::left).min().orElse(0);
    List<Double> ends =
        lines.stream().map(PdfLine::right).sorted(Comparator.reverseOrder()).toList();
    boolean alone = ends.size() >= 5 && ends.get(0) - ends.get(1) > ALONE * lines.getFirst().size();
    return new PdfFlow(lines, false, left, ends.get(alone ? 1 : 0));
  }

  /** How much room a line leaves; what stands alone or in a table leaves too much to be full. */
  double room(PdfLine line) {
    if (table || lines.size() < 2) {
      return Double.MAX_VALUE;
    }
    double after = right - line.right();
    return isCentred(line) ? 2 * after : after;
  }

  private boolean isCentred(PdfLine line) {
    double before = line.left() - left;
    double after = right - line.right();
    return before > CENTRED * line.size() && Math.abs(before - after) < CENTRED * line.size();
  }
}
