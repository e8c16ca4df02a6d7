package app.madang.functions.ingestion.parse;

import app.madang.functions.ingestion.parse.Block.Heading;
import app.madang.functions.ingestion.parse.Block.Paragraph;
import app.madang.functions.ingestion.parse.Block.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Markdown: headings, tables and fenced code; the rest is paragraphs as written. */
final class MarkdownFile implements FormatReader {

  static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})\\s+(.*?)(?:\\s+#+)?\\s*");
  static final Pattern TABLE_RULE =
      Pattern.compile("\\s*\\|?\\s*:?-{2,}:?\\s*(\\|\\s*:?-{2,}:?\\s*)+\\|?\\s*");
  static final Pattern FENCE = Pattern.compile("\\s{0,3}(```|~~~).*");
  private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(=+|-{3,})\\s*");
  private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)\\|");
  private static final int LONGEST_PARAGRAPH = 16 * 1024;

  @Override
  public void read(Path file, DocumentSink sink) throws IOException {
    try (TextLines lines = new TextLines(TextEncoding.open(file))) {
      Reading reading = new Reading(sink);
      for (String line = lines.next(); line != null; line = lines.next()) {
        reading.line(line);
      }
      reading.end();
    }
  }

  /** The state between two lines. */
  private static final class Reading {
    private final BlockSink sink;
    private final StringBuilder paragraph = new StringBuilder();
    private @Nullable String fence;
    private @Nullable List<String> header;
    private @Nullable String last;

    Reading(BlockSink sink) {
      this.sink = sink;
    }

    void line(String line) {
      Matcher fenced = FENCE.matcher(line);
      if (fenced.matches() && (fence == null || fence.equals(fenced.group(1)))) {
        fence = fence == null ? fenced.group(1) : null;
      } else if (fence != null) {
        text(line);
      } else if (header != null && line.contains("|")) {
        sink.accept(new Row(header, cells(line), Place.NONE));
      } else {
        header = null;
        outside(line);
      }
    }

    private void outside(String line) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        end();
        sink.accept(new Heading(heading.group(1).length(), heading.group(2), Place.NONE));
      } else if (last != null && last.contains("|") && TABLE_RULE.matcher(line).matches()) {
        String names = last;
        paragraph.setLength(paragraph.length() - names.length() - 1);
        end();
        header = cells(names);
      } else if (last != null
          && paragraph.length() == last.length() + 1
          && UNDERLINE.matcher(line).matches()) {
        String title = last;
        paragraph.setLength(0);
        last = null;
        sink.accept(new Heading(line.contains("=") ? 1 : 2, title, Place.NONE));
      } else if (line.isBlank()) {
        end();
      } else {
        text(line);
      }
    }

    private void text(String line) {
      if (paragraph.length() > LONGEST_PARAGRAPH) {
        end();
      }
      paragraph.append(line).append('\n');
      last = line;
    }

    void end() {
      sink.accept(new Paragraph(paragraph.toString(), Place.NONE));
      paragraph.setLength(0);
      last = null;
    }

    private static List<String> cells(String line) {
      String inner = line.strip();
      inner = inner.startsWith("|") ? inner.substring(1) : inner;
      inner =
          inner.endsWith("|") && !inner.endsWith("\\|")
              ? inner.substring(0, inner.length() - 1)
              : inner;
      return CleanText.cells(
          CELL_END.splitAsStream(inner).map(cell -> cell.replace("\\|", "|")).toList());
    }
  }
}
