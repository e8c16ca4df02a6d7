package app.madang.functions.embedding;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks the runtime's native libraries once, for every start to come. Left alone it unpacks them
 * anew each time, and a killed process leaves its copy behind.
 */
final class OnnxLibraries {

  private static final String PATH = "onnxruntime.native.path";
  private static final List<String> NAMES = List.of("libonnxruntime.so", "libonnxruntime4j_jni.so");

  private OnnxLibraries() {}

  /** Unpacks into a folder and tells the runtime; on a platform of other names it does nothing. */
  static void unpack(Path parent) throws IOException {
    String platform = platform();
    if (System.getProperty(PATH) != null || resource(platform, NAMES.getFirst()) == null) {
      return;
    }
    String version = OrtEnvironment.class.getPackage().getImplementationVersion();
    Path folder =
        Files.createDirectories(
            parent.resolve("madang-onnx-" + (version == null ? platform : version)));
    for (String name : NAMES) {
      if (!Files.exists(folder.resolve(name))) {
        unpack(platform, name, folder);
      }
    }
    System.setProperty(PATH, folder.toString());
  }

  /** Whole or not at all: another process may be unpacking too. */
  private static void unpack(String platform, String name, Path folder) throws IOException {
    Path part = Files.createTempFile(folder, name, ".part");
    try (InputStream in = resource(platform, name)) {
      if (in == null) {
        throw new NoSuchFileException(name);
      }
      Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static @Nullable InputStream resource(String platform, String name) {
    return OrtEnvironment.class.getResourceAsStream(
        "/ai/onnxruntime/native/" + platform + "/" + name);
  }

  private static String platform() {
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return "linux-" + (machine.equals("amd64") ? "x64" : machine);
  }
}
