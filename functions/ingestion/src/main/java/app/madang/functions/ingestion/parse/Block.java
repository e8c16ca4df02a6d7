package app.madang.functions.ingestion.parse;

import java.util.List;

/** A piece of a file that belongs together, in reading order. */
public sealed interface Block {

  /** Where it stands. */
  Place place();

  /**
   * A heading over what follows it.
   *
   * @param level 1 is the outermost
   */
  record Heading(int level, String text, Place place) implements Block {}

  /** Running text; line breaks are the author's. */
  record Paragraph(String text, Place place) implements Block {}

  /**
   * A row of a table.
   *
   * @param header the names of the columns, the same list for all rows of a table; may be empty
   */
  record Row(List<String> header, List<String> cells, Place place) implements Block {}
}
