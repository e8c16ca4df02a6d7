package app.madang.functions.local.evaluation;

import app.madang.functions.local.PlainWords;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which document answers which question: question, document and grade between tabs, with or without
 * a line of names, or in the four columns of TREC. Without tabs, any space separates.
 */
record Judgements(Path file) {

  /** Grades above 0, by question and document. */
  Map<String, Map<String, Integer>> read() {
    Map<String, Map<String, Integer>> relevant = new LinkedHashMap<>();
    List<String> lines = TestSetReader.read(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty()) {
        continue;
      }
      String[] cells = line.split(line.contains("\t") ? "\t" : "\\s+");
      boolean named = i == 0 && !isNumber(cells[cells.length - 1].strip());
      if (named && cells.length >= 2) {
        continue;
      }
      if (cells.length != 3 && cells.length != 4) {
        throw wrong(i, "should be question, document and grade between tabs");
      }
      String grade = cells[cells.length - 1].strip();
      if (!isNumber(grade)) {
        throw wrong(i, "the grade is not a number: " + grade);
      }
      int value = (int) Math.round(Double.parseDouble(grade));
      if (value > 0) {
        relevant
            .computeIfAbsent(cells[0].strip(), question -> new LinkedHashMap<>())
            .put(cells[cells.length - 2].strip(), value);
      }
    }
    if (relevant.isEmpty()) {
      throw new PlainWords(file + " judges no document relevant");
    }
    return relevant;
  }

  private PlainWords wrong(int index, String what) {
    return new PlainWords(file.getFileName() + ", line " + (index + 1) + ": " + what);
  }

  private static boolean isNumber(String text) {
    return text.matches("-?\\d{1,6}(\\.\\d+)?");
  }
}
