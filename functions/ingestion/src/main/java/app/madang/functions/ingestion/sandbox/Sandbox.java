package app.madang.functions.ingestion.sandbox;

import app.madang.functions.ingestion.sandbox.ParseOutcome.Unreadable;
import app.madang.knowledge.FailureCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parses each file in a process of its own with a small heap and little time: a bomb, a recursion
 * or a memory eater takes that process with it, never the worker.
 */
public final class Sandbox {

  private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);

  private static final String SAID = "said";
  private static final int MOST_SAID = 500;

  private final ParseLimits limits;
  private final PassageFile results;
  private final Semaphore turns;

  /** A sandbox with limits. */
  public Sandbox(ParseLimits limits, JsonMapper json) {
    this.limits = limits;
    this.results = new PassageFile(json, limits.resultBytes());
    this.turns = new Semaphore(limits.processes(), true);
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
    turns.acquire();
    try {
      ParseOutcome outcome = run(file, workspace);
      if (outcome instanceof Unreadable(FailureCode code)) {
        LOG.warn("A file could not be parsed: {}: {}", code.code(), said(workspace));
      }
      return outcome;
    } finally {
      turns.release();
    }
  }

  private ParseOutcome run(Path file, Path workspace) throws IOException, InterruptedException {
    Path result = workspace.resolve("passages.jsonl");
    Process process = ParserProcess.start(file, result, workspace.resolve(SAID), workspace, limits);
    try {
      if (!process.waitFor(limits.time().toMillis(), TimeUnit.MILLISECONDS)) {
        return new Unreadable(FailureCode.TOO_COMPLEX);
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    return switch (process.exitValue()) {
      case 0 -> results.read(result);
      case ParserProcess.OUT_OF_MEMORY, ParserProcess.OUT_OF_TIME ->
          new Unreadable(FailureCode.TOO_COMPLEX);
      default -> new Unreadable(FailureCode.INTERNAL);
    };
  }

  /** The first words of the child, on one line. */
  private static String said(Path workspace) throws IOException {
    try (InputStream in = Files.newInputStream(workspace.resolve(SAID))) {
      String first = new String(in.readNBytes(MOST_SAID), StandardCharsets.UTF_8);
      return first.isBlank() ? "no word" : first.lines().findFirst().orElse("");
    }
  }
}
