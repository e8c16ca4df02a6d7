package app.madang.functions.ingestion.sandbox;

import app.madang.functions.ingestion.sandbox.ParseOutcome.Parsed;
import app.madang.functions.ingestion.sandbox.ParseOutcome.Unreadable;
import app.madang.knowledge.FailureCode;
import app.madang.knowledge.Location;
import app.madang.knowledge.NewPassage;
import app.madang.knowledge.Omission;
import app.madang.knowledge.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the child process wrote, and believes only a file that says it is whole. */
final class PassageFile {

  private final JsonMapper json;
  private final long mostBytes;

  PassageFile(JsonMapper json, long mostBytes) {
    this.json = json;
    this.mostBytes = mostBytes;
  }

  ParseOutcome read(Path file) throws IOException {
    if (Files.size(file) > mostBytes) {
      return new Unreadable(FailureCode.TOO_COMPLEX);
    }
    List<NewPassage> passages = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Line read = json.readValue(line, Line.class);
        if (read.end() != null) {
          return read.end().equals(PassageLines.DONE)
              ? new Parsed(List.copyOf(passages), read.left())
              : new Unreadable(FailureCode.of(read.end()), read.left());
        }
        passages.add(read.passage());
      }
    }
    return new Unreadable(FailureCode.INTERNAL);
  }

  private record Line(
      @Nullable String text,
      @Nullable Location location,
      @Nullable List<Part> parts,
      @Nullable String end,
      @Nullable List<Omission> omissions) {

    List<Omission> left() {
      return omissions == null ? List.of() : omissions;
    }

    NewPassage passage() {
      return new NewPassage(
          text == null ? "" : text,
          location == null ? Location.NONE : location,
          parts == null ? List.of() : parts);
    }
  }
}
