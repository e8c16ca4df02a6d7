package app.madang.functions.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the command says before it builds anything. */
@Timeout(60)
class UpCommandTest {

  /** No more than a bare system has. */
  private static final List<String> BARE =
      List.of("bash", "dirname", "uname", "sed", "locale", "realpath", "grep");

  @TempDir private Path programs;

  @BeforeEach
  void bareSystem() throws IOException {
    for (String name : BARE) {
      Path program = Path.of("/usr/bin", name);
      if (Files.exists(program)) {
        Files.createSymbolicLink(programs.resolve(name), program);
      }
    }
  }

  private record Ended(int code, String said) {}

  private Ended up(String... arguments) throws Exception {
    List<String> command =
        Stream.concat(Stream.of("/usr/bin/bash", "up"), Stream.of(arguments)).toList();
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(Path.of("").toAbsolutePath().toFile());
    builder.environment().clear();
    builder.environment().put("PATH", programs.toString());
    builder.environment().put("HOME", programs.toString());
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }

  private void install(String name, String script) throws IOException {
    Path program = Files.writeString(programs.resolve(name), "#!/usr/bin/bash\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void everythingThatIsMissingIsNamedAtOnceAndHowToGetIt() throws Exception {
    Ended ended = up();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.said())
        .contains(
            "these are needed and not found", "Maven: apt-get", "Node.js 20", "Python 3 with pip")
        .doesNotContain("command not found", "Building");
  }

  @Test
  void anOldOrBrokenNodeIsNoNode() throws Exception {
    for (String broken : List.of("exit 1", "echo 18; exit 1")) {
      install("node", broken);
      assertThat(up().said())
          .contains("Node.js 20")
          .doesNotContain("integer expression", "unbound variable");
    }
    install("node", "exit 0");
    assertThat(up().said()).contains("npm: apt-get").doesNotContain("Node.js 20");
  }

  @Test
  void whatIsMistypedIsSaidBeforeAnythingElse() throws Exception {
    assertThat(up("--prot-base", "1").said()).contains("unknown option --prot-base");
    assertThat(up("--data").said()).contains("--data needs a value");
    assertThat(up("--data").code()).isEqualTo(1);
  }
}
