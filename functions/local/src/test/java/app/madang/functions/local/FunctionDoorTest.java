package app.madang.functions.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.servers.Ports;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FunctionDoorTest {

  @TempDir private Path folder;

  @Test
  @Timeout(30)
  void aFunctionThatCannotStartSaysWhyAndClosesTheConnection() throws Exception {
    Files.createDirectories(folder.resolve("target/lib"));
    FunctionArtifact artifact = new FunctionArtifact("auth", folder.resolve("target"));
    FunctionProcess process =
        new FunctionProcess(artifact, Map.of(), DataFolder.open(folder.resolve("data")), false);
    int port = Ports.free();
    try (FunctionDoor door = new FunctionDoor(process, port, false);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      assertThat(socket.getInputStream().read()).isNegative();
      assertThat(door.process().state()).isEqualTo(FunctionProcess.State.FAILED);
      assertThat(door.process().reason()).contains("Invoker");
    }
  }
}
