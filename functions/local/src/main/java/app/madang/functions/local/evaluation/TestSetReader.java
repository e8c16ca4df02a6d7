package app.madang.functions.local.evaluation;

import app.madang.functions.local.PlainWords;
import app.madang.functions.local.evaluation.TestSet.SourceDocument;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code corpus.jsonl}, {@code queries.jsonl} and the judgements, ours or BEIR's. */
final class TestSetReader {

  private final JsonMapper json = JsonMapper.shared();
  private final Path folder;

  TestSetReader(Path folder) {
    this.folder = folder;
  }

  TestSet read() {
    if (!Files.isDirectory(folder)) {
      throw new PlainWords("there is no folder " + folder);
    }
    Map<String, SourceDocument> documents = new LinkedHashMap<>();
    lines("corpus.jsonl")
        .forEach(
            line -> {
              String id = id(line);
              SourceDocument document = new SourceDocument(id, line.text("title"), text(line));
              if (documents.put(id, document) != null) {
                throw line.wrong("the id " + id + " was there before");
              }
            });
    Map<String, String> questions = new LinkedHashMap<>();
    lines("queries.jsonl").forEach(line -> questions.put(id(line), text(line)));
    Map<String, Map<String, Integer>> relevant = new Judgements(judgements()).read();
    TestSet set = new TestSet(List.copyOf(documents.values()), questions, relevant).answerable();
    if (set.questions().isEmpty()) {
      throw new PlainWords(
          "no question of queries.jsonl has a relevant document in " + judgements());
    }
    return set;
  }

  private Path judgements() {
    for (String name : new String[] {"qrels.tsv", "qrels/test.tsv"}) {
      if (Files.isRegularFile(folder.resolve(name))) {
        return folder.resolve(name);
      }
    }
    throw new PlainWords("there is no qrels.tsv in " + folder);
  }

  /** A line of a file, and which. */
  record Line(Path file, int number, JsonNode json) {

    String text(String field) {
      return json.path(field).asString("");
    }

    PlainWords wrong(String what) {
      return new PlainWords(file.getFileName() + ", line " + number + ": " + what);
    }
  }

  private Stream<Line> lines(String name) {
    Path file = folder.resolve(name);
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String text : read(file)) {
      number++;
      if (text.isBlank()) {
        continue;
      }
      try {
        JsonNode node = json.readTree(text);
        Line line = new Line(file, number, node);
        if (!node.isObject()) {
          throw line.wrong("not a JSON object");
        }
        lines.add(line);
      } catch (JacksonException e) {
        throw new PlainWords(name + ", line " + number + ": not JSON");
      }
    }
    if (lines.isEmpty()) {
      throw new PlainWords(file + " is empty");
    }
    return lines.stream();
  }

  static List<String> read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new PlainWords("there is no " + file.getFileName() + " in " + file.getParent());
    }
    try {
      List<String> lines = Files.readAllLines(file);
      // a byte order mark is no part of the first value
      if (!lines.isEmpty() && lines.getFirst().startsWith("\uFEFF")) {
        lines.set(0, lines.getFirst().substring(1));
      }
      return lines;
    } catch (CharacterCodingException e) {
      throw new PlainWords(file + " is not UTF-8");
    } catch (IOException e) {
      throw new PlainWords(file + " cannot be read: " + e.getMessage());
    }
  }

  private static String id(Line line) {
    for (String field : new String[] {"_id", "id"}) {
      if (line.json().path(field).isValueNode() && !line.text(field).isEmpty()) {
        return line.text(field);
      }
    }
    throw line.wrong("neither _id nor id");
  }

  private static String text(Line line) {
    if (!line.json().path("text").isString()) {
      throw line.wrong("no text");
    }
    return line.text("text");
  }
}
