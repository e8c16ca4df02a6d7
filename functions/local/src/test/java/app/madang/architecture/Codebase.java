package app.madang.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The compiled classes of every module, read from where the build put them. */
final class Codebase {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

  private Codebase() {}

  /** Folders with compiled classes; a module with sources but without classes is an error. */
  static List<Path> modules() {
    List<Path> found = new ArrayList<>();
    for (String group : List.of("shared", "functions")) {
      try (Stream<Path> folders = Files.list(ROOT.resolve(group))) {
        folders
            .filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
            .map(folder -> folder.resolve("target/classes"))
            .forEach(found::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  static JavaClasses product() {
    return new ClassFileImporter().importPaths(modules());
  }

  /** The classes that break the rules on purpose. */
  static JavaClasses planted() {
    return new ClassFileImporter()
        .importPackages(
            "app.madang.functions.planted",
            "app.madang.functions.plantedtoo",
            "app.madang.contracts.planted",
            "app.madang.identity.planted",
            "app.madang.knowledge.internal.planted");
  }
}
