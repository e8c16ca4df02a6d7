package app.madang.functions.ingestion.sandbox;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the net and every privilege from a child, root's too, where this machine's kernel lets us:
 * in a namespace of its own it is nobody and sees no interface. Elsewhere it has what its empty
 * environment leaves.
 */
final class Confinement {

  private static final Logger LOG = LoggerFactory.getLogger(Confinement.class);
  private static final List<String> ALONE = List.of("unshare", "--user", "--net");

  /** What stands before a child's command; empty where it cannot be confined. */
  static final List<String> COMMAND = works() ? ALONE : List.of();

  private Confinement() {}

  private static boolean works() {
    try {
      ProcessBuilder trial =
          new ProcessBuilder("unshare", "--user", "--net", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD);
      Process process = trial.start();
      if (process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0) {
        return true;
      }
      process.destroyForcibly();
    } catch (IOException e) {
      // there is no such command
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    LOG.info("Parsers cannot be given a network namespace of their own here");
    return false;
  }
}
