package app.madang.functions.ingestion.parse;

import app.madang.functions.ingestion.parse.Block.Heading;
import app.madang.functions.ingestion.parse.Block.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Walks a page: block elements end paragraphs, an outermost table's rows become rows. */
final class HtmlBlocks implements NodeVisitor {

  private static final Set<String> UNSEEN =
      Set.of(
          "script",
          "style",
          "template",
          "noscript",
          "svg",
          "head",
          "nav",
          "iframe",
          "object",
          "select");
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final int LONGEST = 16 * 1024;

  private final BlockSink sink;
  private final StringBuilder text = new StringBuilder();
  private int unseen;
  private int tables;
  private int preformatted;
  private final TableRows table;
  private @Nullable List<String> cells;

  HtmlBlocks(String title, BlockSink sink) {
    this.sink = sink;
    this.table = new TableRows(Place.NONE, sink);
    sink.accept(new Heading(1, title, Place.NONE));
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      if (unseen == 0) {
        add(preformatted > 0 ? words.getWholeText() : words.getWholeText().replace('\n', ' '));
      }
    } else if (node instanceof Element element) {
      open(element, element.normalName());
    }
  }

  private void add(String words) {
    text.append(words);
    if (text.length() > LONGEST && cells == null) {
      paragraph();
    }
  }

  private void open(Element element, String name) {
    if (hidden(element, name)) {
      unseen++;
    } else if (unseen > 0) {
      return;
    } else if (name.equals("br")) {
      text.append('\n');
    } else if (name.equals("table")) {
      if (tables++ == 0) {
        paragraph();
      }
    } else if (tables == 1 && name.equals("tr")) {
      cells = new ArrayList<>();
    } else if (cells != null) {
      text.append(element.isBlock() ? " " : "");
    } else if (element.isBlock()) {
      paragraph();
      preformatted += name.equals("pre") ? 1 : 0;
      text.append(name.equals("li") ? "- " : "");
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      close(element, element.normalName());
    }
  }

  private void close(Element element, String name) {
    if (hidden(element, name)) {
      unseen--;
    } else if (unseen > 0) {
      return;
    } else if (name.equals("table")) {
      tables--;
      if (tables == 0) {
        table.end();
      }
    } else if (tables == 1 && cells != null && (name.equals("td") || name.equals("th"))) {
      cells.add(text.toString());
      text.setLength(0);
    } else if (tables == 1 && cells != null && name.equals("tr")) {
      table.row(cells);
      cells = null;
      text.setLength(0);
    } else if (cells == null && HEADINGS.contains(name)) {
      sink.accept(new Heading(name.charAt(1) - '0', text.toString(), Place.NONE));
      text.setLength(0);
    } else if (cells == null && element.isBlock()) {
      paragraph();
      preformatted -= name.equals("pre") ? 1 : 0;
    }
  }

  private void paragraph() {
    // a bullet without words is none
    if (text.length() > 2 || !text.toString().isBlank()) {
      sink.accept(new Paragraph(text.toString(), Place.NONE));
    }
    text.setLength(0);
  }

  private static boolean hidden(Element element, String name) {
    return UNSEEN.contains(name) || element.hasAttr("hidden");
  }
}
