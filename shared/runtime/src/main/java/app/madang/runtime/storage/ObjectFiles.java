package app.madang.runtime.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Objects in a folder: a directory an object, in it one file that its generation names. */
final class ObjectFiles {

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*(/[A-Za-z0-9][A-Za-z0-9_-]*)*");

  private final Path root;
  private final Clock clock;

  ObjectFiles(Path root, Clock clock) {
    this.root = root;
    this.clock = clock;
  }

  /** Where the bytes of an unfinished upload gather. */
  Path partial(String name) throws IOException {
    return Files.createDirectories(root.resolve("partial")).resolve(safe(name).replace('/', '.'));
  }

  Path file(String name, long generation) {
    return directory(name).resolve(Long.toString(generation));
  }

  Optional<StoredObject> find(String name) {
    try (Stream<Path> files = Files.list(directory(name))) {
      Optional<Path> file = files.findFirst();
      if (file.isEmpty()) {
        return Optional.empty();
      }
      long generation = Long.parseLong(file.get().getFileName().toString());
      return Optional.of(new StoredObject(name, generation, Files.size(file.get())));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the gathered bytes an object; renaming a directory onto a full one fails, so once. */
  StoredObject create(String name, Path bytes) throws IOException {
    long generation = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    Path staged =
        Files.createDirectories(root.resolve("staged").resolve(UUID.randomUUID().toString()));
    Files.move(bytes, staged.resolve(Long.toString(generation)));
    Files.createDirectories(directory(name).getParent());
    Files.move(staged, directory(name), StandardCopyOption.ATOMIC_MOVE);
    return new StoredObject(name, generation, Files.size(file(name, generation)));
  }

  void delete(String name) throws IOException {
    Files.deleteIfExists(partial(name));
    Optional<StoredObject> found = find(name);
    if (found.isPresent()) {
      Files.deleteIfExists(file(name, found.get().generation()));
      Files.deleteIfExists(directory(name));
    }
  }

  private Path directory(String name) {
    return root.resolve("objects").resolve(safe(name));
  }

  private static String safe(String name) {
    if (name.length() > 400 || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not an object name");
    }
    return name;
  }
}
