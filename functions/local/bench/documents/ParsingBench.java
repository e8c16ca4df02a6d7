import app.madang.functions.ingestion.sandbox.ParseLimits;
import app.madang.functions.ingestion.sandbox.ParseOutcome;
import app.madang.functions.ingestion.sandbox.ParseOutcome.Parsed;
import app.madang.functions.ingestion.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads generated files as uploads are read: each in a process of its own, from its start to its
 * last passage. A page is one of the PDF's, or as much text.
 */
public final class ParsingBench {

  private static final int RUNS = 3;

  private record Measured(int pages, int passages, double seconds, double rate, long megabytes) {}

  private interface Making {
    Path make(Path file, List<String> pages) throws Exception;
  }

  private ParsingBench() {}

  /** Arguments: how many pages, 1,000 when nothing is said. */
  public static void main(String[] args) throws Exception {
    int pages = args.length == 0 ? 1000 : Integer.parseInt(args[0]);
    Map<String, Making> formats = new LinkedHashMap<>();
    formats.put("pdf_korean", BenchFiles::koreanPdf);
    formats.put("pdf_english", BenchFiles::englishPdf);
    formats.put("docx", BenchFiles::docx);
    formats.put("hwp", BenchFiles::hwp);
    formats.put("hwpx", BenchFiles::hwpx);
    formats.put("html", BenchFiles::html);
    formats.put("text", BenchFiles::text);
    ParseLimits usual = ParseLimits.ofFilesUpTo(200L << 20);
    ParseLimits patient =
        new ParseLimits(
            usual.bytes(), usual.passages(), Duration.ofMinutes(5), usual.heapMegabytes(), 1);
    Sandbox sandbox = new Sandbox(patient, JsonMapper.shared());
    Map<String, Measured> all = new LinkedHashMap<>();
    System.out.printf("%-12s %7s %9s %8s %9s %6s%n", "format", "pages", "passages", "s", "pages/s", "MB");
    Path folder = Files.createTempDirectory("madang-bench");
    try {
      for (Map.Entry<String, Making> format : formats.entrySet()) {
        boolean english = format.getKey().endsWith("english");
        Path file = format.getValue().make(folder.resolve("file"), BenchText.pages(pages, english));
        Measured best = best(sandbox, file, pages, folder);
        all.put(format.getKey(), best);
        System.out.printf(
            "%-12s %7d %9d %8.2f %9.0f %6d%n",
            format.getKey(), best.pages(), best.passages(), best.seconds(), best.rate(), best.megabytes());
      }
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
    System.out.println(
        all.entrySet().stream()
            .map(
                entry ->
                    String.format(
                        Locale.ROOT,
                        "\"%s\": {\"pages\": %d, \"passages\": %d, \"pages_per_second\": %.1f, \"peak_mb\": %d}",
                        entry.getKey(),
                        entry.getValue().pages(),
                        entry.getValue().passages(),
                        entry.getValue().rate(),
                        entry.getValue().megabytes()))
            .collect(Collectors.joining(", ", "{", "}")));
  }

  private static Measured best(Sandbox sandbox, Path file, int pages, Path folder)
      throws IOException, InterruptedException {
    Measured best = null;
    for (int run = 0; run < RUNS; run++) {
      Path workspace = Files.createTempDirectory(folder, "work");
      AtomicLong peak = new AtomicLong();
      Thread watch = Thread.ofVirtual().start(() -> watch(peak));
      long start = System.nanoTime();
      ParseOutcome outcome = sandbox.parse(file, workspace);
      double seconds = (System.nanoTime() - start) / 1e9;
      watch.interrupt();
      if (!(outcome instanceof Parsed parsed)) {
        throw new IllegalStateException("not read: " + outcome);
      }
      Measured measured =
          new Measured(pages, parsed.passages().size(), seconds, pages / seconds, peak.get());
      best = best == null || measured.rate() > best.rate() ? measured : best;
    }
    return best;
  }

  /** The most memory of the child, as the system counts it. */
  private static void watch(AtomicLong peak) {
    try {
      while (true) {
        ProcessHandle.current().children().forEach(child -> peak.accumulateAndGet(resident(child.pid()), Math::max));
        Thread.sleep(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long resident(long pid) {
    Path process = Path.of("/proc", Long.toString(pid));
    try {
      // before it is what it will be, it is a copy of this one
      if (!Files.readString(process.resolve("cmdline")).contains("ParserMain")) {
        return 0;
      }
      return Files.readAllLines(process.resolve("status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
