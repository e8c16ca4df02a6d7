package app.madang.functions.ingestion.parse;

import app.madang.functions.ingestion.parse.Block.Heading;
import app.madang.functions.ingestion.parse.Block.Paragraph;
import app.madang.functions.ingestion.parse.HangulItem.Cell;
import app.madang.functions.ingestion.parse.HangulItem.Table;
import app.madang.functions.ingestion.parse.HangulItem.Text;
import app.madang.knowledge.FailureCode;
import java.util.List;
import java.util.regex.Pattern;

/** Tells a Hangul document's paragraphs and tables as blocks. */
final class HangulBlocks {

  /** People number whole sentences by outline level too; those are no headings. */
  private static final int LONGEST_HEADING = 100;

  private static final Pattern SENTENCE = Pattern.compile(".*[다요음함]\\.\\s*", Pattern.DOTALL);
  private static final int DEEPEST_HEADING = 9;
  private static final int DEEPEST_TABLE = 50;

  private final BlockSink sink;

  HangulBlocks(BlockSink sink) {
    this.sink = sink;
  }

  void tell(HangulItem item) {
    tell(item, 0);
  }

  private void tell(HangulItem item, int depth) {
    switch (item) {
      case Text text when isHeading(text) ->
          sink.accept(
              new Heading(Math.min(text.level(), DEEPEST_HEADING), text.text(), Place.NONE));
      case Text(int _, String text) -> sink.accept(new Paragraph(text, Place.NONE));
      case Table(List<Cell> cells) -> table(cells, depth);
    }
  }

  private static boolean isHeading(Text text) {
    return text.level() > 0
        && text.text().length() <= LONGEST_HEADING
        && !SENTENCE.matcher(text.text()).matches();
  }

  private void table(List<Cell> cells, int depth) {
    if (depth > DEEPEST_TABLE) {
      throw new UnreadableException(FailureCode.TOO_COMPLEX, "tables in tables without end");
    }
    if (isBox(cells)) {
      for (Cell cell : cells) {
        cell.items().forEach(item -> tell(item, depth + 1));
      }
      return;
    }
    HangulGrid grid = new HangulGrid(cells);
    TableRows rows = new TableRows(Place.NONE, sink);
    grid.rows().forEach(rows::row);
    rows.end();
  }

  /** Tables of one column are frames around text: what is in them is told as if they were not. */
  private static boolean isBox(List<Cell> cells) {
    return cells.stream().allMatch(cell -> cell.column() == 0);
  }
}
