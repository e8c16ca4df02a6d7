package app.madang.functions.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A packaged function: a thin jar and its libraries.
 *
 * @param name such as {@code auth}
 * @param folder where both are
 */
record FunctionArtifact(String name, Path folder) {

  private static final String INVOKER = "com.google.cloud.functions.invoker.runner.Invoker";

  static FunctionArtifact of(Path repository, String name) {
    return new FunctionArtifact(
        name, repository.resolve("functions").resolve(name).resolve("target"));
  }

  boolean isBuilt() {
    return Files.isRegularFile(folder.resolve(name + ".jar"))
        && Files.isDirectory(folder.resolve("lib"));
  }

  /** How the functions framework serves it at a port, with more flags for the JVM. */
  List<String> command(int port, List<String> flags) {
    String type = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Function";
    List<String> command = java();
    command.addAll(command.indexOf("-cp"), flags);
    command.addAll(
        List.of(
            INVOKER,
            "--target",
            "app.madang.functions." + name + "." + type,
            "--port",
            Integer.toString(port)));
    return command;
  }

  /** How a plain main class of it runs. */
  List<String> main(String type) {
    List<String> command = java();
    command.add("app.madang.functions." + name + "." + type);
    return command;
  }

  private List<String> java() {
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            // the machine's memory says nothing about an instance's: it begins small and gives back
            "-Xms64m",
            "-Xmn40m",
            // what a stream of some seconds keeps must fit, or it ages into the old part
            "-XX:SurvivorRatio=3",
            "-XX:TargetSurvivorRatio=90",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TrimNativeHeapInterval=5000",
            // every thread touches these pages, hundreds of threads stream; 20 are for a native
            // method with 64 kB on its stack that Java no longer has
            "-XX:StackShadowPages=10",
            "-Xmx768m",
            "-XX:MinHeapFreeRatio=20",
            "-XX:MaxHeapFreeRatio=40",
            "-XX:MetaspaceSize=96m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dslf4j.provider=ch.qos.logback.classic.spi.LogbackServiceProvider",
            "-cp",
            classpath()));
  }

  /** The invoker comes last: it carries older copies of libraries that we bring ourselves. */
  private String classpath() {
    try (Stream<Path> jars = Files.list(folder.resolve("lib"))) {
      String libraries =
          jars.map(Path::toString)
              .filter(path -> path.endsWith(".jar"))
              .sorted(
                  Comparator.comparing((String path) -> path.contains("java-function-invoker"))
                      .thenComparing(Comparator.naturalOrder()))
              .collect(Collectors.joining(File.pathSeparator));
      return folder.resolve(name + ".jar") + File.pathSeparator + libraries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
