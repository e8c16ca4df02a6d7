package app.madang.functions.publishing;

import java.util.HashSet;
import java.util.Set;

/** Names that models can call, each once in a source. */
final class ActionNames {

  private static final int LONGEST = 56;

  private final Set<String> taken = new HashSet<>();

  /** As near to what is wanted as may be. */
  String free(String wanted) {
    String plain = wanted.replaceAll("[^A-Za-z0-9_-]+", "_").replaceAll("^_+|_+$", "");
    String cut = plain.substring(0, Math.min(LONGEST, plain.length()));
    String name = cut.isEmpty() ? "call" : cut;
    String free = name;
    for (int i = 2; !taken.add(free); i++) {
      free = name + "_" + i;
    }
    return free;
  }
}
