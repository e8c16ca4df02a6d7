package app.madang.models.masking;

/**
 * What the headings of tables say about the cells below: in Markdown, with tabs, semicolons or
 * commas. Reads a text's lines once, in order; asked for places that go forward.
 */
final class Table {

  private static final String DELIMITERS = "\t|;,";
  private static final String SENTENCE_END = ".?!~다요죠";
  private static final int MOST_COLUMNS = 64;
  private static final int LONGEST_HEADING = 32;

  /** What may follow a heading's word: "번호", "(환불)". */
  private static final int REST = 8;

  private final Lexicon lexicon = new Lexicon();
  private final int[] counts = new int[DELIMITERS.length()];

  /** The line that was last read. */
  private int lineStart;

  private int lineEnd = -1;

  /** The first line of the lines with the same delimiter; none when the delimiter is 0. */
  private int headStart;

  private int headEnd;
  private char delimiter;
  private int columns;
  private boolean fits;

  /** What each heading says; read when the first cell below is asked for. */
  private final int[] headings = new int[MOST_COLUMNS];

  private boolean read;
  private boolean useful;

  /** Where the last question was, and in which column. */
  private int cursor;

  private int column;
  private boolean quoted;

  /** Where the cell begins that {@link #heading} was asked for. */
  int cell;

  /**
   * The kinds of {@link Lexicon} that the heading above this place says, 0 for a heading that says
   * none, -1 when no table is here.
   */
  int heading(char[] text, int length, int at) {
    while (at > lineEnd && lineEnd < length) {
      line(text, length, lineEnd + 1);
    }
    if (delimiter == 0 || !fits || at < lineStart || lineStart == headStart) {
      return -1;
    }
    if (!read) {
      read = true;
      useful = readHead(text);
    }
    if (!useful) {
      return -1;
    }
    move(text, at);
    return column < columns ? headings[column] : -1;
  }

  /** Where the line begins that {@link #heading} was asked for. */
  int line() {
    return lineStart;
  }

  /** Goes on to the line that begins here. */
  private void line(char[] text, int length, int from) {
    java.util.Arrays.fill(counts, 0);
    boolean inQuotes = false;
    int at = from;
    while (at < length && text[at] != '\n') {
      char c = text[at++];
      inQuotes ^= c == '"';
      int which = inQuotes || c > '|' ? -1 : DELIMITERS.indexOf(c);
      if (which >= 0) {
        counts[which]++;
      }
    }
    lineStart = from;
    lineEnd = at;
    cursor = from;
    column = 0;
    quoted = false;
    cell = from;
    if (delimiter != 0 && counts[DELIMITERS.indexOf(delimiter)] > 0) {
      fits = counts[DELIMITERS.indexOf(delimiter)] + 1 == columns;
      return;
    }
    delimiter = 0;
    read = false;
    for (int i = 0; i < counts.length && delimiter == 0; i++) {
      if (counts[i] > 0 && counts[i] < MOST_COLUMNS) {
        delimiter = DELIMITERS.charAt(i);
        columns = counts[i] + 1;
        headStart = from;
        headEnd = at;
      }
    }
  }

  /** Short cells without numbers, of which one says something, are headings; no sentence is. */
  private boolean readHead(char[] text) {
    if (SENTENCE_END.indexOf(text[headEnd - 1]) >= 0) {
      return false;
    }
    boolean telling = false;
    int from = headStart;
    for (int i = 0; i < columns; i++) {
      int to = from;
      while (to < headEnd && text[to] != delimiter) {
        if (text[to] == ':' || Groups.isDigit(text[to]) && Groups.isDigit(text[to + 1])) {
          return false;
        }
        to++;
      }
      if (to - from > LONGEST_HEADING) {
        return false;
      }
      headings[i] = says(text, from, to);
      telling |= headings[i] != 0;
      from = to + 1;
    }
    return telling;
  }

  /** The kinds of the last word of a heading, before what stands in brackets. */
  private int says(char[] text, int from, int to) {
    int kinds = 0;
    int best = -1;
    for (int i = from; i < to && (kinds == 0 || text[i] != '('); i++) {
      int found = lexicon.at(text, i, to);
      if (found != 0 && lexicon.end > best) {
        best = lexicon.end;
        kinds = found;
      }
    }
    return to - best <= REST ? kinds : 0;
  }

  /** Counts the delimiters on the way from the last place. */
  private void move(char[] text, int to) {
    while (cursor < to) {
      char c = text[cursor++];
      quoted ^= c == '"';
      column += c == delimiter && !quoted ? 1 : 0;
    }
    while (cursor > to) {
      char c = text[--cursor];
      column -= c == delimiter && !quoted ? 1 : 0;
      quoted ^= c == '"';
    }
    cell = cursor;
    while (cell > lineStart && cursor - cell < LONGEST_HEADING && text[cell - 1] != delimiter) {
      cell--;
    }
  }
}
