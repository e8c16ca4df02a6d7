package app.madang.functions.local;

import app.madang.testing.servers.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * A function's loaded classes, kept from one run for the next ones: half the time of a start. It is
 * written when the function goes idle, never while somebody waits.
 */
record StartupArchive(FunctionArtifact artifact) {

  /** What the JVM needs to use the archive, or to be able to write it. */
  List<String> flags() {
    return isFresh()
        ? List.of("-XX:SharedArchiveFile=" + file(), "-Xlog:cds=off", "-Xlog:cds+dynamic=off")
        : List.of("-XX:+RecordDynamicDumpInfo");
  }

  /**
   * Writes the archive of a running JVM, unless there is one; without it starts are only slower.
   */
  void write(long pid) {
    if (isFresh()) {
      return;
    }
    Path made = artifact.folder().resolve(artifact.name() + "." + pid + ".jsa");
    try {
      Programs.run(
          Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
          Long.toString(pid),
          "VM.cds",
          "dynamic_dump",
          made.toString());
      if (Files.exists(made)) {
        Files.move(made, file(), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException | RuntimeException e) {
      System.err.println(artifact.name() + " starts without an archive: " + e.getMessage());
    }
  }

  private Path file() {
    return artifact.folder().resolve(artifact.name() + ".jsa");
  }

  private boolean isFresh() {
    try (Stream<Path> libraries = Files.list(artifact.folder().resolve("lib"))) {
      if (!Files.exists(file())) {
        return false;
      }
      FileTime made = Files.getLastModifiedTime(file());
      return Stream.concat(
              Stream.of(artifact.folder().resolve(artifact.name() + ".jar")), libraries)
          .allMatch(jar -> isBefore(jar, made));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isBefore(Path jar, FileTime made) {
    try {
      return Files.getLastModifiedTime(jar).compareTo(made) < 0;
    } catch (IOException e) {
      return false;
    }
  }
}
