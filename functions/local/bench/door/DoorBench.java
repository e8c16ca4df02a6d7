import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the door to models costs over the model itself: the same calls straight to a stand-in of
 * known pace, through a proxy that only passes bytes on, and through gateway, chat function and all
 * that a call means here (key, masking, budget, metering). The last line is one JSON object;
 * figures in ms are what the door adds, {@code ratio} is the door's p95 over the model's.
 *
 * <p>No row says what audit costs, for nothing could be switched off: what a call leaves for
 * auditors is its row of usage (who, when, which model, how it went), the same that metering writes
 * in groups behind the answer. What administrators change is noted by triggers that no call meets.
 *
 * <p>The callers, the stand-in and everything under test share this machine's cores.
 */
public final class DoorBench {

  /** How long a slow answer takes: callers spread over it. */
  private static final Duration ANSWER = Duration.ofSeconds(2);

  private final Path local;
  private final Path data;
  private final Upstream upstream = new Upstream();
  private final PlainProxy proxy = new PlainProxy(upstream.port());
  private final List<String> figures = new ArrayList<>();
  private String key = "";
  private int gateway;
  private long chat;

  private DoorBench(Path local, Path data) throws IOException {
    this.local = local;
    this.data = data;
  }

  /** Takes this folder's parent and a folder for the stack's data; runs for about four minutes. */
  public static void main(String[] arguments) throws Exception {
    DoorBench bench = new DoorBench(Path.of(arguments[0]), Path.of(arguments[1]));
    try {
      bench.start();
      bench.warmUp();
      bench.oneCaller("one caller, early", "early");
      bench.thirtyTwo();
      bench.firstTokens();
      bench.slowStreams();
      // at ten calls a second the compiler is done with the code only now
      bench.oneCaller("one caller", "one");
      bench.figures.add("\"chat_rss_mb\":" + bench.residentMegabytes());
      System.out.println("{" + String.join(",", bench.figures) + "}");
    } finally {
      bench.script("down", "--data", bench.data.toString());
      bench.proxy.close();
      bench.upstream.close();
    }
  }

  private void start() throws IOException, InterruptedException {
    say("starting a stack of its own …");
    ProcessBuilder up = command("up", "--detach", "--data", data.toString(), "--pin", "chat");
    up.environment().put("OPENAI_BASE_URL", "http://127.0.0.1:" + upstream.port() + "/v1");
    up.environment().put("OPENAI_API_KEY", "stand-in");
    up.environment().put("OPENAI_MODELS", "nodelay,steady,slow");
    up.environment().put("API_REQUESTS_PER_MINUTE", "100000000");
    run(up);
    key = script("apikey", "builder", "--data", data.toString()).strip();
    Matcher api =
        Pattern.compile("\"api\"\\s*:\\s*\"http://127\\.0\\.0\\.1:(\\d+)")
            .matcher(script("status", "--json", "--data", data.toString()));
    if (!api.find()) {
      throw new IOException("the stack has no address");
    }
    gateway = Integer.parseInt(api.group(1));
    chat =
        ProcessHandle.allProcesses()
            .filter(this::isChat)
            .findFirst()
            .orElseThrow(() -> new IOException("chat does not run"))
            .pid();
  }

  /** A pinned function starts beside the stack. */
  private void awaitChat() throws InterruptedException, IOException {
    for (int tries = 0; tries < 600; tries++) {
      if (door("nodelay", false).run(1, Duration.ofMillis(1)).errors() == 0) {
        return;
      }
      Thread.sleep(100);
    }
    throw new IOException("chat does not answer");
  }

  private boolean isChat(ProcessHandle process) {
    if (!process.info().command().orElse("").endsWith("/java")) {
      return false;
    }
    try {
      List<String> environment =
          Arrays.asList(
              Files.readString(Path.of("/proc", "" + process.pid(), "environ")).split("\0"));
      return environment.contains("K_SERVICE=chat")
          && environment.stream().anyMatch(entry -> entry.startsWith("STORAGE_ROOT=" + data));
    } catch (IOException e) {
      return false;
    }
  }

  private void warmUp() throws InterruptedException, IOException {
    awaitChat();
    say("warming up …");
    for (Load load : List.of(door("nodelay", false), door("nodelay", true))) {
      load.run(32, Duration.ofSeconds(15));
    }
    direct("nodelay", true).run(32, Duration.ofSeconds(3));
    door("slow", true).run(500, Duration.ofSeconds(3));
  }

  private void oneCaller(String name, String figure) throws InterruptedException {
    Load.Result straight = null;
    Load.Result plain = null;
    Load.Result through = null;
    double cpu = 0;
    // in turns, for the machine's pace drifts
    for (int turn = 0; turn < 3; turn++) {
      straight = joined(straight, direct("steady", false).run(1, Duration.ofSeconds(4)));
      plain = joined(plain, proxied("steady", false).run(1, Duration.ofSeconds(4)));
      double before = cpuMillis();
      through = joined(through, door("steady", false).run(1, Duration.ofSeconds(4)));
      cpu += cpuMillis() - before;
    }
    row(name, straight, plain, through, cpu / through.whole().length);
    figures.add(figure(figure + "_p50_ms", over(through.whole(), straight.whole(), .5)));
    figures.add(figure(figure + "_p95_ms", over(through.whole(), straight.whole(), .95)));
    figures.add(figure(figure + "_proxy_p50_ms", over(plain.whole(), straight.whole(), .5)));
  }

  private void thirtyTwo() throws InterruptedException {
    Load.Result straight = direct("nodelay", false).run(32, Duration.ofSeconds(5));
    Load.Result plain = proxied("nodelay", false).run(32, Duration.ofSeconds(5));
    double before = cpuMillis();
    Load.Result through = door("nodelay", false).run(32, Duration.ofSeconds(15));
    double cpu = (cpuMillis() - before) / through.whole().length;
    row("32 callers", straight, plain, through, cpu);
    figures.add(figure("c32_per_second", through.perSecond()));
    figures.add(figure("c32_proxy_per_second", plain.perSecond()));
    figures.add(figure("c32_direct_per_second", straight.perSecond()));
    figures.add(figure("c32_cpu_ms", cpu));
  }

  private void firstTokens() throws InterruptedException {
    streams("100 streams", "first100_p95_ms", Duration.ofSeconds(8), ANSWER);
    streams("100 in one instant", "first100_instant_p95_ms", Duration.ofSeconds(4), Duration.ZERO);
  }

  private void streams(String name, String figure, Duration time, Duration over)
      throws InterruptedException {
    Load.Result straight = direct("slow", true).run(100, time, over);
    Load.Result plain = proxied("slow", true).run(100, time, over);
    Load.Result through = door("slow", true).run(100, time, over);
    row(name, straight, plain, through, 0);
    figures.add(figure(figure, over(through.first(), straight.first(), .95)));
  }

  private void slowStreams() throws InterruptedException {
    Load.Result straight = direct("slow", true).run(500, Duration.ofSeconds(6), ANSWER);
    Load.Result plain = proxied("slow", true).run(500, Duration.ofSeconds(6), ANSWER);
    double before = cpuMillis();
    Load.Result through = door("slow", true).run(500, Duration.ofSeconds(12), ANSWER);
    double cpu = (cpuMillis() - before) / through.whole().length;
    row("500 slow streams", straight, plain, through, cpu);
    figures.add(figure("slow500_p95_ms", over(through.whole(), straight.whole(), .95)));
    figures.add(figure("slow500_proxy_p95_ms", over(plain.whole(), straight.whole(), .95)));
    figures.add(
        figure(
            "slow500_p95_ratio",
            Load.Result.at(through.whole(), .95) / Load.Result.at(straight.whole(), .95)));
    figures.add(figure("slow500_cpu_ms", cpu));
    figures.add("\"slow500_errors\":" + through.errors());
  }

  private static Load.Result joined(Load.Result one, Load.Result other) {
    return one == null
        ? other
        : new Load.Result(
            Load.merged(one.first(), other.first()),
            Load.merged(one.whole(), other.whole()),
            one.errors() + other.errors(),
            one.firstError(),
            one.seconds() + other.seconds());
  }

  private static double over(double[] through, double[] straight, double part) {
    return Load.Result.at(through, part) - Load.Result.at(straight, part);
  }

  private Load proxied(String model, boolean stream) {
    return new Load(proxy.port(), "/v1/chat/completions", key, model, stream);
  }

  private Load direct(String model, boolean stream) {
    return new Load(upstream.port(), "/v1/chat/completions", key, model, stream);
  }

  private Load door(String model, boolean stream) {
    return new Load(gateway, "/openai/v1/chat/completions", key, model, stream);
  }

  private static void row(
      String name, Load.Result straight, Load.Result plain, Load.Result through, double cpu) {
    say(
        "%-20s p50 / p95 ms: direct %7.1f %7.1f  proxy %7.1f %7.1f  door %7.1f %7.1f   first p95: %6.1f %6.1f %6.1f   per s: %6.0f %6.0f %6.0f   cpu %.2f ms  errors %d %s"
            .formatted(
                name,
                Load.Result.at(straight.whole(), .5),
                Load.Result.at(straight.whole(), .95),
                Load.Result.at(plain.whole(), .5),
                Load.Result.at(plain.whole(), .95),
                Load.Result.at(through.whole(), .5),
                Load.Result.at(through.whole(), .95),
                Load.Result.at(straight.first(), .95),
                Load.Result.at(plain.first(), .95),
                Load.Result.at(through.first(), .95),
                straight.perSecond(),
                plain.perSecond(),
                through.perSecond(),
                cpu,
                through.errors(),
                through.firstError() == null ? "" : through.firstError()));
  }

  /** User and system time of the chat function so far (proc(5), fields 14 and 15, in 1/100 s). */
  private double cpuMillis() {
    try {
      String stat = Files.readString(Path.of("/proc", "" + chat, "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10.0;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private long residentMegabytes() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc", "" + chat, "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElseThrow();
    }
  }

  private String script(String name, String... arguments) throws IOException, InterruptedException {
    return run(command(name, arguments));
  }

  private ProcessBuilder command(String name, String... arguments) {
    List<String> command = new ArrayList<>(List.of(local.resolve(name).toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  private static String run(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException(builder.command() + " failed: " + said);
    }
    return said;
  }

  private static String figure(String name, double value) {
    return String.format(Locale.ROOT, "\"%s\":%.2f", name, value);
  }

  private static void say(String line) {
    System.err.println(line);
  }
}
