package app.madang.testing.servers;

import java.nio.file.Path;
import java.util.List;

/** PostgreSQL refuses root: run it in a user namespace of its own, or as nobody. */
final class Unprivileged {

  private static final String NOBODY = "65534";

  private Unprivileged() {}

  /** What to put before a command so that it does not see itself as root. */
  static List<String> prefix(Path dataFolder) {
    if (!Programs.run("id", "-u").equals("0")) {
      return List.of();
    }
    if (Programs.succeeds("unshare", "-U", "true")) {
      return List.of("unshare", "-U");
    }
    Programs.run("chown", "-R", NOBODY + ":" + NOBODY, dataFolder.toString());
    // nobody may have to pass through root's home to reach the programs
    return List.of(
        "setpriv",
        "--reuid=" + NOBODY,
        "--regid=" + NOBODY,
        "--clear-groups",
        "--inh-caps=+dac_read_search",
        "--ambient-caps=+dac_read_search");
  }
}
