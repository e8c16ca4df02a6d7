package app.madang.functions.ingestion.ocr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Tesseract as installed on this machine, with its Korean and English models. Its search for
 * columns often takes Korean lines for pictures and leaves them out, so each page is also read as
 * one block, and the columns count only when nearly all of the letters are in them.
 */
public final class TesseractRecogniser implements PageRecogniser {

  private static final int MOST_SECONDS = 60;
  private static final String FIND_COLUMNS = "3";
  private static final String ONE_BLOCK = "6";
  private static final double NEARLY_ALL = 0.95;

  private final String command;

  TesseractRecogniser(String command) {
    this.command = command;
  }

  /** Tesseract when it is here and knows Korean. */
  public static Optional<PageRecogniser> installed(String command) {
    try {
      Process process =
          new ProcessBuilder(command, "--list-langs").redirectErrorStream(true).start();
      String languages =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean both = languages.lines().toList().contains("kor") && languages.contains("eng");
      return both ? Optional.of(new TesseractRecogniser(command)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public String recognise(Path picture) throws IOException, InterruptedException {
    String columns = run(picture, FIND_COLUMNS);
    String block = run(picture, ONE_BLOCK);
    return letters(columns) >= NEARLY_ALL * letters(block) ? columns : block;
  }

  private static long letters(String text) {
    return text.codePoints().filter(Character::isLetterOrDigit).count();
  }

  private String run(Path picture, String segmentation) throws IOException, InterruptedException {
    Path text = Path.of(picture + ".recognised");
    ProcessBuilder builder =
        new ProcessBuilder(
            command,
            picture.toString(),
            text.toString(),
            "-l",
            "kor+eng",
            "--psm",
            segmentation,
            "--dpi",
            "300");
    // pages are read side by side; threads within a page only get in the way
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    try {
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("Tesseract did not read a page");
      }
    } finally {
      process.destroyForcibly();
    }
    Path written = Path.of(text + ".txt");
    try {
      return Files.readString(written);
    } finally {
      Files.deleteIfExists(written);
    }
  }
}
