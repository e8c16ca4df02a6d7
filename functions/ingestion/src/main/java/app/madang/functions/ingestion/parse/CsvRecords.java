package app.madang.functions.ingestion.parse;

import app.madang.knowledge.FailureCode;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records of delimited text, forgiving as spreadsheets are: a stray quote is a character. */
final class CsvRecords implements Closeable {

  /** As many columns as a spreadsheet has. */
  private static final int MOST_COLUMNS = 16_384;

  private static final int LONGEST_CELL = 64 * 1024;
  private static final int UNREAD = -2;

  private final Reader reader;
  private final char delimiter;
  private int ahead = UNREAD;

  CsvRecords(Reader reader, char delimiter) {
    this.reader = reader;
    this.delimiter = delimiter;
  }

  /** The next record; null after the last. */
  @Nullable List<String> next() throws IOException {
    if (peek() < 0) {
      return null;
    }
    List<String> cells = new ArrayList<>();
    while (true) {
      cells.add(peek() == '"' ? quoted() : plain(new StringBuilder()));
      if (cells.size() > MOST_COLUMNS) {
        throw new UnreadableException(
            FailureCode.TOO_COMPLEX, "more columns than a spreadsheet has");
      }
      int end = take();
      if (end != delimiter) {
        if (end == '\r' && peek() == '\n') {
          take();
        }
        return cells;
      }
    }
  }

  private String plain(StringBuilder cell) throws IOException {
    for (int c = peek(); c >= 0 && c != delimiter && c != '\n' && c != '\r'; c = peek()) {
      add(cell, take());
    }
    return cell.toString();
  }

  private String quoted() throws IOException {
    StringBuilder cell = new StringBuilder();
    take();
    for (int c = take(); c >= 0; c = take()) {
      if (c != '"') {
        add(cell, c);
      } else if (peek() == '"') {
        add(cell, take());
      } else {
        return plain(cell);
      }
    }
    return cell.toString();
  }

  private static void add(StringBuilder cell, int c) {
    if (cell.length() >= LONGEST_CELL) {
      throw new UnreadableException(FailureCode.TOO_COMPLEX, "a cell without end");
    }
    cell.append((char) c);
  }

  private int peek() throws IOException {
    if (ahead == UNREAD) {
      ahead = reader.read();
    }
    return ahead;
  }

  private int take() throws IOException {
    int c = peek();
    ahead = UNREAD;
    return c;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
