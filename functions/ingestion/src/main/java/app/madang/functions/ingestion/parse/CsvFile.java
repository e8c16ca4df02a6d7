package app.madang.functions.ingestion.parse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Delimited text: comma, tab, semicolon or bar. */
final class CsvFile implements FormatReader {

  private static final Pattern NUMBER = Pattern.compile("[-+]?[\\d,.]+%?");
  private static final String DELIMITERS = ",\t;|";
  private static final int SAMPLE = 64 * 1024;

  /** A single record with this many cells is no sentence. */
  private static final int NO_PROSE = 1000;

  @Override
  public void read(Path file, DocumentSink sink) throws IOException {
    char delimiter = delimiter(sample(file));
    try (CsvRecords records =
        new CsvRecords(new BufferedReader(TextEncoding.open(file)), delimiter)) {
      TableRows table = new TableRows(Place.NONE, sink);
      List<String> first = records.next();
      if (first != null
          && first.stream().anyMatch(cell -> NUMBER.matcher(cell.strip()).matches())) {
        table.withoutHeader();
      }
      for (List<String> next = first; next != null; next = records.next()) {
        table.row(next);
      }
      table.end();
    }
  }

  /**
   * Whether a text looks delimited: records of one width, more than prose with commas would have.
   */
  static boolean looksDelimited(String sample) {
    if (sample.startsWith("{") || sample.startsWith("[")) {
      return false;
    }
    for (char delimiter : DELIMITERS.toCharArray()) {
      if (width(sample, delimiter) > 1 && !(delimiter == ',' && prose(sample))) {
        return true;
      }
    }
    return false;
  }

  private static boolean prose(String sample) {
    long commas = sample.chars().filter(c -> c == ',').count();
    long spaced = (sample.length() - sample.replace(", ", "").length()) / 2;
    return spaced * 2 > commas;
  }

  static String sample(Path file) throws IOException {
    char[] sample = new char[SAMPLE];
    try (BufferedReader reader = new BufferedReader(TextEncoding.open(file))) {
      int n = reader.read(sample);
      return n < 0 ? "" : new String(sample, 0, n);
    }
  }

  private static char delimiter(String sample) {
    char best = ',';
    int widest = 1;
    for (char delimiter : DELIMITERS.toCharArray()) {
      int width = width(sample, delimiter);
      if (width > widest) {
        best = delimiter;
        widest = width;
      }
    }
    return best;
  }

  /** The width that all records share; 0 when they do not, or when there is one record only. */
  private static int width(String sample, char delimiter) {
    List<Integer> widths = new ArrayList<>();
    try (CsvRecords records = new CsvRecords(new StringReader(sample), delimiter)) {
      for (List<String> next = records.next(); next != null; next = records.next()) {
        if (next.size() > 1 || !next.getFirst().isBlank()) {
          widths.add(next.size());
        }
      }
    } catch (UnreadableException e) {
      return NO_PROSE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (sample.length() == SAMPLE && widths.size() > 1) {
      widths.removeLast();
    }
    if (widths.size() == 1) {
      return widths.getFirst() >= NO_PROSE ? widths.getFirst() : 0;
    }
    return widths.stream().distinct().count() == 1 ? widths.getFirst() : 0;
  }
}
