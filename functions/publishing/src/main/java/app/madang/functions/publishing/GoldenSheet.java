package app.madang.functions.publishing;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.ProblemException;
import app.madang.runtime.ProblemException.FieldError;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Golden questions out of a CSV (RFC 4180) whose first row names the columns. */
final class GoldenSheet {

  private static final Map<String, String> KOREAN =
      Map.of(
          "질문",
          "question",
          "사실",
          "facts",
          "문서",
          "documents",
          "구절",
          "passages",
          "기준",
          "rubric",
          "정답",
          "exact");

  private static final List<String> COLUMNS =
      List.of("question", "facts", "documents", "passages", "rubric", "exact", "json");

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

  private GoldenSheet() {}

  /**
   * Reads them; empty rows are left out.
   *
   * @param most how many there may be
   * @throws ProblemException invalid_request with what is wrong in each row, as spreadsheets count
   *     rows
   */
  static List<GoldenDraft> read(String csv, int most) {
    List<CSVRecord> rows = rows(csv.startsWith("\uFEFF") ? csv.substring(1) : csv);
    if (rows.isEmpty()) {
      throw ProblemException.field("csv", Words.of("golden_columns"));
    }
    List<String> columns = columns(rows.getFirst());
    List<GoldenDraft> drafts = new ArrayList<>();
    List<FieldError> errors = new ArrayList<>();
    for (int at = 1; at < rows.size(); at++) {
      String prefix = "rows[" + (at + 1) + "].";
      if (rows.get(at).size() > columns.size()) {
        errors.add(new FieldError(prefix + "question", Words.of("golden_cells")));
        continue;
      }
      GoldenDraft draft = draft(columns, rows.get(at));
      if (!draft.blank()) {
        drafts.add(draft);
        errors.addAll(draft.errors(prefix));
      }
    }
    if (drafts.size() > most) {
      errors.add(new FieldError("csv", Words.of("golden_most")));
    }
    if (drafts.isEmpty() && errors.isEmpty()) {
      errors.add(new FieldError("csv", Words.of("blank")));
    }
    if (!errors.isEmpty()) {
      throw new ProblemException(ProblemCode.INVALID_REQUEST, errors);
    }
    return drafts;
  }

  private static List<CSVRecord> rows(String csv) {
    try (CSVParser parser = CSVParser.parse(new StringReader(csv), FORMAT)) {
      return parser.getRecords();
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw ProblemException.field("csv", Words.of("golden_csv"));
    }
  }

  /** What each column is. */
  private static List<String> columns(CSVRecord head) {
    List<String> names = new ArrayList<>();
    for (String cell : head) {
      String name = cell.strip().toLowerCase(Locale.ROOT);
      names.add(KOREAN.getOrDefault(name, name));
    }
    boolean known = COLUMNS.containsAll(names) && names.stream().distinct().count() == names.size();
    if (!known || !names.contains("question")) {
      throw ProblemException.field("rows[1]", Words.of("golden_columns"));
    }
    return List.copyOf(names);
  }

  private static GoldenDraft draft(List<String> columns, CSVRecord row) {
    return GoldenDraft.of(
        cell(columns, row, "question"),
        lines(cell(columns, row, "facts")),
        lines(cell(columns, row, "documents")),
        lines(cell(columns, row, "passages")),
        cell(columns, row, "rubric"),
        cell(columns, row, "exact"),
        cell(columns, row, "json"));
  }

  private static @Nullable String cell(List<String> columns, CSVRecord row, String column) {
    int at = columns.indexOf(column);
    return at < 0 || at >= row.size() ? null : row.get(at);
  }

  private static @Nullable List<String> lines(@Nullable String cell) {
    return cell == null ? null : cell.lines().toList();
  }
}
