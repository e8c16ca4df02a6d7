package app.madang.functions.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The command line.
 *
 * @param command {@code up}, {@code status}, {@code token} or {@code down}
 * @param words what follows it
 * @param repository the checkout
 * @param data where the stack keeps what is its own
 * @param portBase first port, if it was given
 * @param reset forget the data first
 * @param json print for scripts
 * @param follow print the logs
 * @param pinned functions that stay warm
 */
record Arguments(
    String command,
    List<String> words,
    Path repository,
    Path data,
    OptionalInt portBase,
    boolean reset,
    boolean json,
    boolean follow,
    Set<String> pinned) {

  private static final int MAX_PORT_BASE = 32_000;

  static Arguments parse(String[] args) {
    Path repository = Path.of(System.getProperty("madang.repository", ".")).toAbsolutePath();
    Path data = repository.resolve(".local");
    OptionalInt portBase = OptionalInt.empty();
    boolean reset = false;
    boolean json = false;
    boolean follow = false;
    Set<String> pinned = new HashSet<>();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--data" -> data = Path.of(value(args, ++i)).toAbsolutePath().normalize();
        case "--port-base" -> portBase = OptionalInt.of(port(value(args, ++i)));
        case "--pin" -> pinned.add(value(args, ++i));
        case "--reset" -> reset = true;
        case "--json" -> json = true;
        case "--follow" -> follow = true;
        default -> {
          if (args[i].startsWith("-")) {
            throw new PlainWords("unknown option " + args[i]);
          }
          words.add(args[i]);
        }
      }
    }
    if (words.isEmpty()) {
      throw new PlainWords("say what to do: up, status, token PERSON or down");
    }
    String command = words.removeFirst();
    return new Arguments(
        command, List.copyOf(words), repository, data, portBase, reset, json, follow, pinned);
  }

  private static String value(String[] args, int index) {
    if (index >= args.length) {
      throw new PlainWords(args[index - 1] + " needs a value");
    }
    return args[index];
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 1024 && port <= MAX_PORT_BASE) {
        return port;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new PlainWords("--port-base takes a number from 1024 to " + MAX_PORT_BASE);
  }
}
