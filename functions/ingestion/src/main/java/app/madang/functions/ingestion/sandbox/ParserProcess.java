package app.madang.functions.ingestion.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Starts the child JVM: this function's own classes, a lean runtime, nothing of our environment.
 */
final class ParserProcess {

  /** What the JVM exits with when its heap is full. */
  static final int OUT_OF_MEMORY = 3;

  /** What the child exits with when it has run too long by its own watch. */
  static final int OUT_OF_TIME = 5;

  private static final List<String> LEAN =
      List.of(
          "-XX:+UseSerialGC",
          "-Xshare:auto",
          "-Xss1m",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:-UsePerfData",
          "-Djava.awt.headless=true",
          "-Dfile.encoding=UTF-8");

  /** From here on what the better compiler costs comes back; a large file takes half the time. */
  private static final long LARGE = 256 * 1024;

  /** What the child prints. */
  static final String SAID = "said";

  /** Loggers that start nothing and say nothing. */
  private static final List<String> QUIET =
      List.of(
          "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
          "-Dorg.apache.logging.log4j.simplelog.level=OFF",
          "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
          "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog");

  /** No document type, no entity from elsewhere, no depth that a document written by people has. */
  private static final List<String> XML =
      List.of(
          "-Djavax.xml.accessExternalDTD=",
          "-Djavax.xml.accessExternalSchema=",
          "-Djdk.xml.entityExpansionLimit=1000",
          "-Djdk.xml.totalEntitySizeLimit=100000",
          "-Djdk.xml.maxElementDepth=2000",
          "-Djdk.xml.elementAttributeLimit=2000");

  private ParserProcess() {}

  /** Reads the file: its passages as lines into the result. */
  static Process parse(Path file, Path result, Path scans, Path workspace, ParseLimits limits)
      throws IOException {
    return start(
        ParserMain.class,
        file,
        List.of(
            file.toString(),
            result.toString(),
            Integer.toString(limits.passages()),
            Long.toString(limits.time().toSeconds()),
            scans.toString()),
        workspace,
        limits);
  }

  /** Draws pages of the file as pictures into a folder. */
  static Process draw(
      Path file, List<Integer> pages, Path pictures, Path workspace, ParseLimits limits)
      throws IOException {
    return start(
        DrawingMain.class,
        file,
        List.of(
            file.toString(),
            pictures.toString(),
            Long.toString(limits.time().toSeconds()),
            pages.stream().map(String::valueOf).collect(Collectors.joining(","))),
        workspace,
        limits);
  }

  private static Process start(
      Class<?> main, Path file, List<String> arguments, Path workspace, ParseLimits limits)
      throws IOException {
    List<String> command = new ArrayList<>(Confinement.COMMAND);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + limits.heapMegabytes() + "m");
    if (Files.size(file) < LARGE) {
      command.add("-XX:TieredStopAtLevel=1");
    }
    command.add("-Djava.io.tmpdir=" + workspace);
    command.add("-Dpdfbox.fontcache=" + System.getProperty("java.io.tmpdir"));
    command.addAll(LEAN);
    command.addAll(QUIET);
    command.addAll(XML);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    // no secret of ours; the command before it is found by the path
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
    builder.environment().put("LANG", "C.UTF-8");
    builder.directory(workspace.toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(workspace.resolve(SAID).toFile());
    return builder.start();
  }
}
