package app.madang.functions.ingestion;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder for one parse; it goes with it. */
record Workspace(Path folder) implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Workspace.class);
  private static final String PREFIX = "madang-parse-";
  private static final Duration ABANDONED = Duration.ofMinutes(10);

  static Workspace open() throws IOException {
    return new Workspace(Files.createTempDirectory(PREFIX));
  }

  /** What killed workers left behind. */
  static void removeAbandoned() {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    Instant old = Instant.now().minus(ABANDONED);
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
      for (Path folder : folders) {
        if (Files.getLastModifiedTime(folder).toInstant().isBefore(old)) {
          new Workspace(folder).close();
        }
      }
    } catch (IOException e) {
      LOG.warn("Old workspaces stay in {}", temporary, e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      LOG.warn("A workspace stays: {}", folder, e);
    }
  }
}
