package app.madang.functions.ingestion.parse;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines of a text; one without end comes in pieces, cut at a blank where there is one. */
final class TextLines implements Closeable {

  private static final int LONGEST = 16 * 1024;

  private final Reader reader;
  private final char[] buffer = new char[64 * 1024];
  private int at;
  private int end;
  private boolean carriageReturn;
  private final StringBuilder line = new StringBuilder();

  TextLines(Reader reader) {
    this.reader = reader;
  }

  /** The next line without its end; null after the last. */
  @Nullable String next() throws IOException {
    while (true) {
      if (at == end) {
        end = reader.read(buffer);
        at = 0;
        if (end <= 0) {
          end = 0;
          return line.isEmpty() ? null : take(line.length());
        }
      }
      char c = buffer[at++];
      boolean second = carriageReturn && c == '\n';
      carriageReturn = c == '\r';
      if (second) {
        continue;
      }
      if (c == '\n' || c == '\r') {
        return take(line.length());
      }
      line.append(c);
      if (line.length() >= LONGEST) {
        return take(cut());
      }
    }
  }

  private int cut() {
    for (int i = line.length() - 1; i > LONGEST / 2; i--) {
      if (Character.isWhitespace(line.charAt(i))) {
        return i + 1;
      }
    }
    return Character.isHighSurrogate(line.charAt(line.length() - 1))
        ? line.length() - 1
        : line.length();
  }

  private String take(int length) {
    String taken = line.substring(0, length);
    line.delete(0, length);
    return taken;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
