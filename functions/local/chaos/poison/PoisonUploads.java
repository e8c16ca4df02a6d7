import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The poison test, from the upload to what the owner reads; the files are made as it runs. */
public final class PoisonUploads {

  private static final Duration MOST = Duration.ofSeconds(60);

  /** Read and found by its words is read; meaning may take its time. */
  private static final Set<String> ENDED = Set.of("CHUNKED", "READY", "FAILED");

  /** The parser's heap and what a JVM has beside it; the function's heap likewise. */
  private static final long MOST_OF_PARSER = 384 + 256;

  private static final long MOST_OF_FUNCTION = 1200;

  private final LocalStack stack;
  private final Path folder;
  private int passed;
  private int failed;

  private PoisonUploads(LocalStack stack, Path folder) {
    this.stack = stack;
    this.folder = folder;
  }

  /** Arguments: the repository, then {@code --data DIR} of a running stack. */
  public static void main(String[] args) throws Exception {
    Path repository = Path.of(args[0]);
    boolean running = args.length > 2 && args[1].equals("--data");
    Path data = running ? Path.of(args[2]).toAbsolutePath() : Files.createTempDirectory("madang-poison");
    if (!running) {
      LocalStack.run(repository, List.of("up", "--detach", "--data", data.toString()));
    }
    Path folder = Files.createTempDirectory("madang-poison-files");
    int failed;
    try {
      PoisonUploads poison = new PoisonUploads(new LocalStack(repository, data), folder);
      poison.test();
      failed = poison.failed;
      System.out.println(poison.passed + " passed, " + failed + " failed");
    } finally {
      if (!running) {
        LocalStack.run(repository, List.of("down", "--data", data.toString()));
      }
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
    System.exit(failed == 0 ? 0 : 1);
  }

  private void test() throws Exception {
    ResidentMemory memory = new ResidentMemory(stack);
    Thread watch = Thread.ofVirtual().start(memory);
    refused();
    String collection = stack.collection("poison");
    List<Poison> poisons = Poison.all();
    for (Poison poison : poisons) {
      Path file = poison.making().make(folder.resolve("file"));
      long start = System.nanoTime();
      String id = stack.upload(collection, poison.name(), file);
      JsonNode ended = ended(id, start);
      told(poison, id, ended, Duration.ofNanos(System.nanoTime() - start));
    }
    String good = stack.upload(collection, Normalizer.normalize("재두루미.txt", Normalizer.Form.NFD), good());
    check("the next document is read", !ended(good, System.nanoTime()).path("status").asString().equals("FAILED"));
    check(
        "decomposed words and names are found",
        stack.found("재두루미 도래", collection).contains("재두루미.txt"));
    together(poisons);
    watch.interrupt();
    System.out.printf("parser %d MB, function %d MB%n", memory.parser.get(), memory.function.get());
    check("the parser keeps its memory", memory.parser.get() > 0 && memory.parser.get() < MOST_OF_PARSER);
    check("the function keeps its memory", memory.function.get() > 0 && memory.function.get() < MOST_OF_FUNCTION);
  }

  /** What is refused before a byte of it comes. */
  private void refused() throws Exception {
    String collection = stack.collection("refused");
    for (String name : List.of("", "a\0b", "x".repeat(256))) {
      HttpResponse<String> answer = stack.announce(collection, name, 1);
      check("a bad name is refused", answer.statusCode() == 400);
    }
    check("too large is refused", stack.announce(collection, "a.pdf", 201L << 20).statusCode() == 413);
  }

  private void told(Poison poison, String id, JsonNode korean, Duration took) throws Exception {
    String code = korean.path("status").asString().replace("CHUNKED", "READY");
    if (code.equals("FAILED")) {
      code = korean.path("failure").path("code").asString();
      String message = korean.path("failure").path("message").asString();
      String english = stack.document(id, "en").path("failure").path("message").asString();
      check(poison.name() + ": told in both languages", message.matches(".*[가-힣].*") && english.matches("\\p{ASCII}+"));
    }
    boolean inTime = poison.ends().contains(code) && took.compareTo(MOST) < 0;
    System.out.printf("%-28s %-12s %5.1f s%s%n", poison.name(), code, took.toMillis() / 1000.0, inTime ? "" : "  NOT AS IT SHOULD");
    check(poison.name(), inTime);
  }

  /** All at once, and a good one after every third: poison in the queue holds nobody for ever. */
  private void together(List<Poison> poisons) throws Exception {
    String collection = stack.collection("together");
    Map<String, String> ids = new LinkedHashMap<>();
    Path good = good();
    long start = System.nanoTime();
    for (int i = 0; i < poisons.size(); i++) {
      if (!poisons.get(i).large()) {
        Path file = poisons.get(i).making().make(folder.resolve("file"));
        ids.put(poisons.get(i).name(), stack.upload(collection, poisons.get(i).name(), file));
      }
      if (i % 3 == 0) {
        ids.put("good " + i, stack.upload(collection, "good " + i + ".txt", good));
      }
    }
    Map<String, Integer> states = new TreeMap<>();
    List<String> unread = new ArrayList<>();
    for (Map.Entry<String, String> entry : ids.entrySet()) {
      JsonNode ended = ended(entry.getValue(), System.nanoTime());
      states.merge(ended.path("status").asString(), 1, Integer::sum);
      if (entry.getKey().startsWith("good") && ended.path("status").asString().equals("FAILED")) {
        unread.add(entry.getKey());
      }
    }
    System.out.printf("together: %s in %.1f s%n", states, (System.nanoTime() - start) / 1e9);
    check("all end", ENDED.containsAll(states.keySet()));
    check("good ones between poison are read: " + unread, unread.isEmpty());
  }

  /** Waits a while past the limit, so that what is late is told as late. */
  private JsonNode ended(String id, long start) throws Exception {
    while (true) {
      JsonNode document = stack.document(id, "ko");
      boolean late = System.nanoTime() - start > 3 * MOST.toNanos();
      if (late || ENDED.contains(document.path("status").asString())) {
        return document;
      }
      Thread.sleep(200);
    }
  }

  private Path good() throws Exception {
    String text = "재두루미가 철원 들판에 도래하였다.";
    return Files.writeString(folder.resolve("good"), Normalizer.normalize(text, Normalizer.Form.NFD));
  }

  private void check(String what, boolean right) {
    if (right) {
      passed++;
    } else {
      failed++;
      System.out.println("FAIL  " + what);
    }
  }
}
