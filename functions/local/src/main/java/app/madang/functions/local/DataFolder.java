package app.madang.functions.local;

import app.madang.testing.servers.MadangDatabase;
import app.madang.testing.servers.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a stack keeps: secrets, data, logs, and what runs now. */
record DataFolder(Path root) {

  private static final String PORT_BASE = "port-base";

  /** What may stand in a folder in which no stack ever started. */
  private static final Set<String> BEFORE_A_START = Set.of("build.lock", "logs", "run");

  static DataFolder open(Path root) {
    try {
      Files.createDirectories(root.resolve("logs"));
      Files.createDirectories(root.resolve("run"));
      return new DataFolder(root);
    } catch (IOException e) {
      throw new PlainWords("cannot write to " + root + ": " + e.getMessage());
    }
  }

  /** Nobody's files are forgotten with a stack's: refuses a folder that no stack made. */
  static void refuseForeign(Path root) {
    try (Stream<Path> files = Files.list(root)) {
      if (!Files.exists(root.resolve("secrets.properties"))
          && !files.allMatch(file -> BEFORE_A_START.contains(file.getFileName().toString()))) {
        throw new PlainWords(
            root + " holds files that are not a stack's; --reset would delete them");
      }
    } catch (IOException e) {
      throw new PlainWords("cannot read " + root + ": " + e.getMessage());
    }
  }

  Path log(String name) {
    return root.resolve("logs").resolve(name + ".log");
  }

  Path run(String name) {
    return root.resolve("run").resolve(name);
  }

  Path folder(String name) {
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The secrets of this stack, made once. */
  Map<String, String> secrets() {
    Map<String, String> secrets = read("secrets");
    int known = secrets.size();
    secrets.computeIfAbsent("postgres", name -> Secrets.password());
    secrets.computeIfAbsent(MadangDatabase.OWNER, name -> Secrets.password());
    MadangDatabase.ACCOUNTS.forEach(
        account -> secrets.computeIfAbsent(account, name -> Secrets.password()));
    secrets.computeIfAbsent("storage", name -> Secrets.key());
    secrets.computeIfAbsent("keyset", name -> Secrets.keyset());
    secrets.computeIfAbsent("control", name -> Secrets.password());
    if (secrets.size() != known) {
      write("secrets", secrets);
    }
    return secrets;
  }

  OptionalInt portBase() {
    String kept = read("ports").get(PORT_BASE);
    return kept == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(kept));
  }

  void keepPortBase(int base) {
    write("ports", Map.of(PORT_BASE, Integer.toString(base)));
  }

  /** Writes a file that only this user reads. */
  void writePrivate(String name, String text) {
    try {
      Path file = root.resolve(name);
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> read(String name) {
    Path file = root.resolve(name + ".properties");
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (var in = Files.newBufferedReader(file)) {
        properties.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    Map<String, String> values = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
    return values;
  }

  private void write(String name, Map<String, String> values) {
    StringBuilder text = new StringBuilder();
    values.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    writePrivate(name + ".properties", text.toString());
  }
}
