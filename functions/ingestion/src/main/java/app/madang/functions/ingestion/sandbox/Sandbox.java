package app.madang.functions.ingestion.sandbox;

import app.madang.functions.ingestion.sandbox.ParseOutcome.Unreadable;
import app.madang.knowledge.FailureCode;
import java.io.IOException;
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
      return run(file, workspace);
    } finally {
      turns.release();
    }
  }

  private ParseOutcome run(Path file, Path workspace) throws IOException, InterruptedException {
    Path result = workspace.resolve("passages.jsonl");
    Path said = workspace.resolve("said");
    Process process = ParserProcess.start(file, result, said, workspace, limits);
    try {
      if (!process.waitFor(limits.time().toMillis(), TimeUnit.MILLISECONDS)) {
        return unreadable(FailureCode.TOO_COMPLEX, "no end after " + limits.time());
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    return switch (process.exitValue()) {
      case 0 -> results.read(result);
      case ParserProcess.OUT_OF_MEMORY, ParserProcess.OUT_OF_TIME ->
          unreadable(FailureCode.TOO_COMPLEX, "exit " + process.exitValue());
      default -> unreadable(FailureCode.INTERNAL, "exit " + process.exitValue());
    };
  }

  private static ParseOutcome unreadable(FailureCode code, String why) {
    LOG.warn("A file could not be parsed: {} ({})", code.code(), why);
    return new Unreadable(code);
  }
}
