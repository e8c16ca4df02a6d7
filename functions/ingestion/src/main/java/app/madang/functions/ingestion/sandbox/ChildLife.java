package app.madang.functions.ingestion.sandbox;

import java.io.IOException;
import java.time.Duration;

/** How long a child process lives when nobody ends it. */
final class ChildLife {

  private ChildLife() {}

  /** Standard input ends when the parent dies, however it dies. */
  static void endsWithParentOrAfter(Duration most) {
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                System.in.read();
              } catch (IOException e) {
                // as good as ended
              }
              Runtime.getRuntime().halt(4);
            });
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                Thread.sleep(most);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              Runtime.getRuntime().halt(ParserProcess.OUT_OF_TIME);
            });
  }
}
