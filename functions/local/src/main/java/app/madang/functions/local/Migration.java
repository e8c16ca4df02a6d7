package app.madang.functions.local;

import app.madang.testing.servers.ChildProcess;
import app.madang.testing.servers.MadangDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the migrate job, unless this data has seen these very migrations. */
record Migration(FunctionArtifact job, DataFolder data) {

  void run(String databaseUrl, String password) {
    String wanted = fingerprint();
    Path stamp = data.folder("postgres").resolve("migrated");
    try {
      if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
        return;
      }
      ChildProcess process =
          ChildProcess.start(
              "migrate",
              "TERM",
              data.log("migrate"),
              job.folder(),
              Map.of(
                  "K_SERVICE",
                  "migrate",
                  "DATABASE_URL",
                  databaseUrl,
                  "DATABASE_USER",
                  MadangDatabase.OWNER,
                  "DATABASE_PASSWORD",
                  password),
              job.main("MigrateJob"));
      if (process.waitFor() != 0) {
        throw new PlainWords(
            "the migrations failed: "
                + LogTail.lastError(data.log("migrate")).orElse("")
                + "; see "
                + data.log("migrate"));
      }
      Files.writeString(stamp, wanted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private String fingerprint() {
    try (Stream<Path> files =
        Stream.concat(
            Stream.of(job.folder().resolve("migrate.jar")),
            Files.list(job.folder().resolve("lib")))) {
      return files
          .filter(file -> file.toString().matches(".*(migrate|-SNAPSHOT)\\.jar"))
          .map(Migration::version)
          .sorted()
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String version(Path file) {
    try {
      return file.getFileName() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
