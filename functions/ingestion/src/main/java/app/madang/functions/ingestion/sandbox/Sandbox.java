package app.madang.functions.ingestion.sandbox;

import app.madang.functions.ingestion.parse.Scans;
import app.madang.functions.ingestion.sandbox.ParseOutcome.Unreadable;
import app.madang.knowledge.FailureCode;
import app.madang.knowledge.Omission;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parses each file in a process of its own with a small heap and little time: a bomb, a recursion
 * or a memory eater takes that process with it, never the worker.
 */
public final class Sandbox {

  private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);

  private static final int MOST_SAID = 500;

  private final ParseLimits limits;
  private final PassageFile results;
  private final Turns turns;

  /** A sandbox with limits. */
  public Sandbox(ParseLimits limits, JsonMapper json) {
    this.limits = limits;
    this.results = new PassageFile(json, limits.resultBytes());
    this.turns = new Turns(limits.processes());
  }

  /**
   * Parses a file.
   *
   * @param workspace a folder that is this parse's alone
   * @throws IOException when the machine fails, not the file
   */
  public ParseOutcome parse(Path file, Path workspace) throws IOException, InterruptedException {
    if (Files.size(file) > limits.bytes()) {
      return new Unreadable(FailureCode.TOO_LARGE);
    }
    Path result = workspace.resolve("passages.jsonl");
    Path scans = scans(workspace).folder();
    ParseOutcome outcome =
        switch (run(file, () -> ParserProcess.parse(file, result, scans, workspace, limits))) {
          case 0 -> results.read(result);
          case ParserProcess.OUT_OF_MEMORY, ParserProcess.OUT_OF_TIME ->
              new Unreadable(FailureCode.TOO_COMPLEX);
          default -> new Unreadable(FailureCode.INTERNAL);
        };
    if (outcome instanceof Unreadable(FailureCode code, List<Omission> _)) {
      LOG.warn("A file could not be parsed: {}: {}", code.code(), said(workspace));
    }
    return outcome;
  }

  /** Where a parse asks for scanned pages, and finds what was recognised on them. */
  public Scans scans(Path workspace) throws IOException {
    return new Scans(Files.createDirectories(workspace.resolve("scans")));
  }

  /**
   * Draws pages of a file as pictures, {@code <page>.png} in a folder; those that cannot be drawn
   * are missing there.
   */
  public void draw(Path file, List<Integer> pages, Path pictures, Path workspace)
      throws IOException, InterruptedException {
    int end = run(file, () -> ParserProcess.draw(file, pages, pictures, workspace, limits));
    if (end != 0) {
      LOG.warn("Pages could not be drawn: {}: {}", end, said(workspace));
    }
  }

  /** What the child exited with. */
  private int run(Path file, Turns.Starting starting) throws IOException, InterruptedException {
    long size = Files.size(file);
    return turns.run(size, limits.work(size), limits.time(), starting);
  }

  /** The first words of the child, on one line. */
  private static String said(Path workspace) throws IOException {
    try (InputStream in = Files.newInputStream(workspace.resolve(ParserProcess.SAID))) {
      String first = new String(in.readNBytes(MOST_SAID), StandardCharsets.UTF_8);
      return first.isBlank() ? "no word" : first.lines().findFirst().orElse("");
    }
  }
}
