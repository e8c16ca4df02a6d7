package app.madang.functions.ingestion.parse;

import java.util.List;

/** What a Hangul document is made of, whichever of its three file formats it came in. */
sealed interface HangulItem {

  /**
   * A paragraph.
   *
   * @param level of the outline; 0 is body text
   */
  record Text(int level, String text) implements HangulItem {}

  /** A table; its cells know where they stand. */
  record Table(List<Cell> cells) implements HangulItem {}

  /** A cell and what is in it: paragraphs, and tables again. */
  record Cell(int row, int column, int rows, int columns, List<HangulItem> items) {}
}
