import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * Tools are handed in and approved by two clicks at once while publishing is killed. The points
 * between its steps are held open by locks and by a message service that stands still; nothing in
 * it knows of the test. In the end each approval has one release and one entry, or a reason.
 */
public final class KillPublishing {

  private static final int AT_EACH_POINT = 6;
  private static final int AT_RANDOM = 18;
  private static final int DRIVERS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** What stands still is asked for again after two minutes, by a sweep each quarter of one. */
  private static final Duration MOST_AFTER_LAST_KILL = Duration.ofSeconds(150);

  private static final Set<String> DECIDED = Set.of("APPROVED", "RELEASING", "LIVE", "RETURNED");

  private final KilledStack stack;
  private final Random random;
  private final Map<String, Integer> kills = new LinkedHashMap<>();

  /** How often each tool was to be approved. */
  private final Map<UUID, AtomicInteger> approvals = new ConcurrentHashMap<>();

  /** Those that read a collection which is gone: they cannot be released. */
  private final Set<UUID> unreadable = ConcurrentHashMap.newKeySet();

  private final List<String> wrong = new ArrayList<>();
  private ToolRecords tools;
  private volatile long lastKill;

  private KillPublishing(KilledStack stack, Random random) {
    this.stack = stack;
    this.random = random;
  }

  /** Arguments: the repository, then {@code --data DIR} of a running stack, {@code --seed N}. */
  public static void main(String[] args) throws Exception {
    KilledStack.test(args, (stack, random) -> new KillPublishing(stack, random).test());
  }

  private boolean test() throws Exception {
    stack.ok("builder", "GET", "/tools", "");
    tools = new ToolRecords(stack);
    for (int i = 0; i < AT_EACH_POINT; i++) {
      betweenSnapshotAndShelf();
      beforeTheEventLeft();
      inTwoClicks();
      System.out.println(kills);
    }
    atRandom();
    for (UUID tool : approvals.keySet()) {
      KilledStack.await(tool + " decided and done", Duration.ofMinutes(5), () -> isDone(tool));
    }
    Duration after = Duration.ofNanos(System.nanoTime() - lastKill);
    approvals.forEach(this::check);
    KilledStack.await("no event waits", PATIENCE, () -> tools.waitingEvents() == 0);
    int all = kills.values().stream().mapToInt(Integer::intValue).sum();
    System.out.printf(
        "%d kills %s, %d tools, %d approvals, %d of them of what cannot be released: %s, done %.1f s after the last kill%n",
        all,
        kills,
        approvals.size(),
        approvals.values().stream().mapToInt(AtomicInteger::get).sum(),
        unreadable.size(),
        wrong.isEmpty() ? "each has its one release or its reason" : wrong.size() + " WRONG",
        after.toMillis() / 1000.0);
    wrong.forEach(System.out::println);
    tools.close();
    return wrong.isEmpty() && all >= 30 && after.compareTo(MOST_AFTER_LAST_KILL) <= 0;
  }

  /** The shelf is locked for writers: the snapshot is kept, and the next step waits. */
  private void betweenSnapshotAndShelf() throws Exception {
    UUID tool = submitted(null);
    try (Connection holder = holding("LOCK TABLE toolbox.shelf IN SHARE MODE", null)) {
      decide(tool);
      KilledStack.await("a snapshot", PATIENCE, () -> tools.state(tool).equals("RELEASING"));
      kill("between snapshot and shelf");
      expect(tool, "RELEASING".equals(tools.state(tool)), "was shelved before the kill");
      holder.rollback();
    }
  }

  /** Nothing can be published: the approval is there, its event still in the outbox. */
  private void beforeTheEventLeft() throws Exception {
    UUID tool = submitted(null);
    // a new process has no connection to Pub/Sub in whose buffer the event could lie
    stack.kill("publishing");
    stack.pubSub("STOP");
    try {
      Thread click = Thread.ofVirtual().start(() -> click(tool, tools.version(tool)));
      KilledStack.await(
          "an approval whose event waits", PATIENCE, () -> tools.state(tool).equals("APPROVED") && tools.waits(tool));
      kill("before the event left");
      expect(tool, tools.waits(tool), "its event left before the kill");
      click.join();
    } finally {
      stack.pubSub("CONT");
    }
    decide(tool);
  }

  /** The tool's row is held, so that both clicks wait in the middle of their transactions. */
  private void inTwoClicks() throws Exception {
    UUID tool = submitted(null);
    long version = tools.version(tool);
    try (Connection holder = holding("SELECT FROM toolbox.tools WHERE id = ? FOR UPDATE", tool);
        ExecutorService clicks = Executors.newVirtualThreadPerTaskExecutor()) {
      clicks.submit(() -> click(tool, version));
      clicks.submit(() -> click(tool, version));
      KilledStack.await("two clicks at once", PATIENCE, () -> tools.waitingForLocks() >= 2);
      kill("in two clicks");
      holder.rollback();
    }
    expect(tool, tools.state(tool).equals("SUBMITTED"), "was half decided");
    decide(tool);
  }

  /** New tools, second releases, and tools whose collection is gone, while the process dies again and again. */
  private void atRandom() throws Exception {
    RandomKills killer = RandomKills.start(stack, random, List.of("publishing"), AT_RANDOM);
    try (killer;
        ExecutorService drivers = Executors.newFixedThreadPool(DRIVERS)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < DRIVERS; i++) {
        int number = i;
        all.add(drivers.submit(() -> drive(number, killer)));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    lastKill = killer.last();
    kills.put("at random", killer.killed());
  }

  /** Goes on for as long as there are kills to come. */
  private Void drive(int number, RandomKills killer) throws Exception {
    for (int round = number; killer.goOn(); round++) {
      String collection = round % 4 == 3 ? collection() : null;
      UUID tool = submitted(collection);
      if (collection != null) {
        stack.ok("builder", "DELETE", "/collections/" + collection, "");
        unreadable.add(tool);
      }
      decide(tool);
      if (round % 4 == 1) {
        // a second release of the same tool
        KilledStack.await("a first release", Duration.ofMinutes(4), () -> tools.state(tool).equals("LIVE"));
        persist(
            () -> {
              JsonNode found = stack.ok("builder", "GET", "/tools/" + tool, "");
              if (found.path("status").asString().equals("LIVE")) {
                String body = draft(null).replaceFirst("\\{", "{\"version\":" + found.path("version").asLong() + ",");
                stack.ok("builder", "PUT", "/tools/" + tool, body.replace("짧게 답한다.", "짧고 공손하게 답한다."));
              }
            });
        handIn(tool);
        decide(tool);
      }
    }
    return null;
  }

  private String collection() throws Exception {
    String name = "{\"name\":\"kill " + UUID.randomUUID() + "\"}";
    return stack.ok("builder", "POST", "/collections", name).path("id").asString();
  }

  private static String draft(String collection) {
    return """
        {"name":{"ko":"규정 도우미"},"icon":"book","description":{"ko":"규정을 물어보세요."},"instructions":"짧게 답한다.",
         "model":"best","collectionIds":[%s],"starters":[]}
        """
        .formatted(collection == null ? "" : "\"" + collection + "\"")
        .strip();
  }

  /** A new tool that waits for its reviewer. One whose making was not answered stays a draft of nobody's. */
  private UUID submitted(String collection) throws Exception {
    UUID[] made = new UUID[1];
    persist(
        () -> made[0] = UUID.fromString(stack.ok("builder", "POST", "/tools", draft(collection)).path("id").asString()));
    approvals.put(made[0], new AtomicInteger());
    handIn(made[0]);
    return made[0];
  }

  private void handIn(UUID tool) throws Exception {
    persist(
        () -> {
          JsonNode found = stack.ok("builder", "GET", "/tools/" + tool, "");
          if (found.path("status").asString().equals("DRAFT")) {
            String body = "{\"version\":" + found.path("version").asLong() + "}";
            stack.ok("builder", "POST", "/tools/" + tool + "/submission", body);
          }
        });
    approvals.get(tool).incrementAndGet();
  }

  /** Two clicks at once, again and again until one was taken. */
  private void decide(UUID tool) throws Exception {
    persist(
        () -> {
          if (DECIDED.contains(tools.state(tool))) {
            return;
          }
          long version = tools.version(tool);
          try (ExecutorService clicks = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first = clicks.submit(() -> click(tool, version));
            Future<Integer> second = clicks.submit(() -> click(tool, version));
            expect(tool, first.get() != 200 || second.get() != 200, "both clicks were taken");
          }
          if (!DECIDED.contains(tools.state(tool))) {
            throw new IllegalStateException("not decided");
          }
        });
  }

  /** The status; 0 when nobody answered. */
  private int click(UUID tool, long version) {
    try {
      HttpResponse<String> answer =
          stack.call("reviewer", "POST", "/tools/" + tool + "/approval", "{\"version\":" + version + "}");
      return answer.statusCode();
    } catch (Exception e) {
      return 0;
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  /** Who is told that it did not work tries again. */
  private static void persist(Work work) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
    while (true) {
      try {
        work.run();
        return;
      } catch (IOException | IllegalStateException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        Thread.sleep(200);
      }
    }
  }

  private void kill(String point) {
    if (!stack.kill("publishing")) {
      throw new IllegalStateException("nobody to kill " + point);
    }
    lastKill = System.nanoTime();
    kills.merge(point, 1, Integer::sum);
  }

  private synchronized void expect(UUID tool, boolean right, String what) {
    if (!right) {
      wrong.add(tool + " " + what);
    }
  }

  private boolean isDone(UUID tool) throws SQLException {
    return Set.of("LIVE", "RETURNED").contains(tools.state(tool));
  }

  private void check(UUID tool, AtomicInteger asked) {
    try {
      Map<String, Object> found = tools.found(tool);
      long releases = ((Number) found.get("releases")).longValue();
      long refused = ToolRecords.number(found, "refused");
      boolean back = unreadable.contains(tool);
      boolean right =
          ToolRecords.number(found, "approved") == asked.get()
              && releases + refused == asked.get()
              && ToolRecords.number(found, "made") == releases
              && ToolRecords.number(found, "all_made") == releases
              && ToolRecords.number(found, "released") == releases
              && ToolRecords.number(found, "numbers") == releases
              && (back
                  ? "RETURNED".equals(found.get("status")) && "collections_gone".equals(found.get("fault")) && refused == 1
                  : "LIVE".equals(found.get("status")) && refused == 0)
              && ToolRecords.number(found, "shelved") == (releases == 0 ? 0 : 1)
              && ToolRecords.number(found, "newest_shelved") == ToolRecords.number(found, "shelved");
      expect(tool, right, asked + " approvals: " + found);
      int inStore = stack.call("builder", "GET", "/store/tools/" + tool, "").statusCode();
      expect(tool, inStore == (back ? 404 : 200), "the store answers " + inStore);
    } catch (Exception e) {
      expect(tool, false, e.toString());
    }
  }

  private Connection holding(String statement, UUID tool) throws Exception {
    // its environment has the account: it has to run
    persist(() -> stack.ok("builder", "GET", "/tools?limit=1", ""));
    Connection holder = stack.database("publishing");
    holder.setAutoCommit(false);
    try (PreparedStatement hold = holder.prepareStatement(statement)) {
      if (tool != null) {
        hold.setObject(1, tool);
      }
      hold.execute();
    }
    return holder;
  }

}
