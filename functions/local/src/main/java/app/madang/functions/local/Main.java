package app.madang.functions.local;

import app.madang.testing.servers.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** The commands of the local platform. */
public final class Main {

  private Main() {}

  /** Runs a command; what the person can mend is said in plain words. */
  public static void main(String[] args) throws Exception {
    try {
      Arguments arguments = Arguments.parse(args);
      switch (arguments.command()) {
        case "up" -> up(arguments);
        case "status" -> status(arguments);
        case "token" -> token(arguments);
        case "down" -> down(arguments);
        default -> throw new PlainWords("unknown command " + arguments.command());
      }
    } catch (PlainWords e) {
      System.err.println("madang: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void up(Arguments arguments) throws IOException, InterruptedException {
    if (arguments.reset() && Files.exists(arguments.data())) {
      DataFolder.refuseForeign(arguments.data());
      refuseSecondStart(DataFolder.open(arguments.data()));
      Leftovers.clean(arguments.data());
      Programs.deleteTree(arguments.data());
    }
    DataFolder data = DataFolder.open(arguments.data());
    refuseSecondStart(data);
    Leftovers.clean(arguments.data());
    StackPorts ports = StackPorts.choose(arguments.portBase(), data.portBase());
    data.keepPortBase(ports.base());
    long begin = System.nanoTime();
    Platform platform = new Platform(arguments, data, ports);
    CountDownLatch stopped = new CountDownLatch(1);
    ControlServer control = new ControlServer(platform, stopped::countDown);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  System.out.println("stopping");
                  platform.close();
                  control.close();
                }));
    try {
      platform.start();
    } catch (RuntimeException e) {
      throw new PlainWords("the platform did not start: " + e.getMessage());
    }
    System.out.println(platform.status().table());
    System.out.printf("ready in %.1f s%n", (System.nanoTime() - begin) / 1e9);
    if (arguments.follow()) {
      LogTail tail = new LogTail(data.root().resolve("logs"));
      Thread.ofVirtual().start(() -> follow(tail));
    }
    stopped.await();
    System.exit(0);
  }

  private static void follow(LogTail tail) {
    try {
      tail.follow();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void refuseSecondStart(DataFolder data) {
    if (RunningStack.of(data).ask("/status").isPresent()) {
      throw new PlainWords("a stack with this data runs already; functions/local/down stops it");
    }
  }

  private static void status(Arguments arguments) {
    RunningStack stack = RunningStack.of(new DataFolder(arguments.data()));
    String path = arguments.json() ? "/status" : "/table";
    String nothing =
        arguments.json() ? "{\"ready\":false,\"reason\":\"not running\"}" : "not running";
    System.out.println(stack.ask(path).orElse(nothing));
  }

  private static void token(Arguments arguments) {
    if (arguments.words().isEmpty() || !arguments.words().stream().allMatch(PeopleTokens::known)) {
      throw new PlainWords(
          "whose token? some of "
              + String.join(", ", StackStatus.people())
              + ", member-1 to member-999");
    }
    RunningStack stack = RunningStack.of(new DataFolder(arguments.data()));
    for (String person : arguments.words()) {
      System.out.println(
          stack
              .ask("/token/" + person)
              .orElseThrow(() -> new PlainWords("no stack runs with this data")));
    }
  }

  private static void down(Arguments arguments) throws InterruptedException {
    RunningStack stack = RunningStack.of(new DataFolder(arguments.data()));
    if (stack.ask("/down").isEmpty()) {
      Leftovers.clean(arguments.data());
      System.out.println("nothing runs");
      return;
    }
    if (!stack.awaitGone(Duration.ofSeconds(60))) {
      throw new PlainWords("the stack does not stop; see " + arguments.data().resolve("logs"));
    }
    System.out.println("stopped");
  }
}
