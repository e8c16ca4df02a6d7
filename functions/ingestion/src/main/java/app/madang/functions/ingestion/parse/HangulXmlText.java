package app.madang.functions.ingestion.parse;

import app.madang.functions.ingestion.parse.HangulItem.Cell;
import app.madang.functions.ingestion.parse.HangulItem.Table;
import app.madang.functions.ingestion.parse.HangulItem.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;

/**
 * Paragraphs and tables of HWPX and HWPML as their elements come by; what hangs in a paragraph
 * follows its words. Depth is on a list, not on the stack.
 */
final class HangulXmlText {

  /** Not for the reader of the text, or not words at all. */
  private static final Set<String> UNSEEN =
      Set.of(
          "header",
          "footer",
          "hiddencomment",
          "secpr",
          "secdef",
          "parameters",
          "parameterset",
          "shapecomment",
          "fieldbegin",
          "linesegarray",
          "default",
          "masterpage",
          "memo",
          "metatag");

  private static final Set<String> WORDS = Set.of("t", "char", "script", "maintext", "subtext");

  /** What is open: a paragraph, a table or a cell. */
  private static final class Open {
    final String name;
    final int level;
    final String number;
    final StringBuilder words = new StringBuilder();
    final List<HangulItem> items = new ArrayList<>();
    final List<Cell> cells = new ArrayList<>();
    int row;
    int column;
    int rows = 1;
    int columns = 1;

    Open(String name, int level, String number) {
      this.name = name;
      this.level = level;
      this.number = number;
    }
  }

  private final HangulXmlStyles styles;
  private final Consumer<HangulItem> told;
  private final Deque<Open> open = new ArrayDeque<>();
  private int words;
  private boolean deleted;

  HangulXmlText(HangulXmlStyles styles, Consumer<HangulItem> told) {
    this.styles = styles;
    this.told = told;
  }

  /** Takes the element or text that the reader stands at. */
  void take(HangulXml xml) throws XMLStreamException {
    if (xml.starts()) {
      if (xml.name().equals("secpr") || xml.name().equals("secdef")) {
        styles.section(xml);
      }
      if (UNSEEN.contains(xml.name())) {
        xml.skip();
      } else {
        start(xml, xml.name());
      }
    } else if (xml.ends()) {
      end(xml.name());
    } else if (words > 0) {
      add(xml.text());
    }
  }

  private void start(HangulXml xml, String name) {
    if (WORDS.contains(name)) {
      words++;
    }
    switch (name) {
      case "p" -> open.push(new Open("p", styles.level(xml), styles.number(xml)));
      case "tbl", "table" -> open.push(new Open("table", 0, ""));
      case "tc", "cell" -> {
        open.push(new Open("cell", 0, ""));
        place(xml);
      }
      case "celladdr", "cellspan" -> place(xml);
      case "linebreak" -> add("\n");
      case "tab" -> add("\t");
      case "nbspace", "fwspace" -> add(" ");
      case "hyphen" -> add("-");
      case "autonum" -> add(String.valueOf(xml.number(1, "num", "number")));
      case "compose" -> add(String.valueOf(xml.attribute("composeText")));
      case "deletebegin" -> deleted = true;
      case "deleteend" -> deleted = false;
      case "textart" -> {
        String lettering = xml.attribute("text");
        if (lettering != null) {
          add(" " + lettering + " ");
        }
      }
      default -> {}
    }
  }

  private void place(HangulXml xml) {
    Open cell = open.peek();
    if (cell != null && cell.name.equals("cell")) {
      cell.row = Math.max(0, xml.number(cell.row, "rowAddr"));
      cell.column = Math.max(0, xml.number(cell.column, "colAddr"));
      cell.rows = Math.max(1, xml.number(cell.rows, "rowSpan"));
      cell.columns = Math.max(1, xml.number(cell.columns, "colSpan"));
    }
  }

  private void end(String name) {
    if (WORDS.contains(name)) {
      words--;
    }
    switch (name) {
      case "p" -> {
        Open paragraph = open.pop();
        if (!paragraph.words.toString().isBlank()) {
          hang(
              new Text(paragraph.level, (paragraph.number + " " + paragraph.words).stripLeading()));
        }
        paragraph.items.forEach(this::hang);
      }
      case "tc", "cell" -> {
        Open cell = open.pop();
        Open table = open.peek();
        if (table != null) {
          table.cells.add(new Cell(cell.row, cell.column, cell.rows, cell.columns, cell.items));
        }
      }
      case "tbl", "table" -> {
        Open table = open.pop();
        // its caption
        table.items.forEach(this::hang);
        hang(new Table(table.cells));
      }
      default -> {}
    }
  }

  private void add(String text) {
    Open top = open.peek();
    if (top != null && !deleted) {
      top.words.append(text);
    }
  }

  private void hang(HangulItem item) {
    Open top = open.peek();
    if (top == null) {
      told.accept(item);
    } else {
      top.items.add(item);
    }
  }
}
