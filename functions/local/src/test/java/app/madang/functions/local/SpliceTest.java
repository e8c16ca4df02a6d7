package app.madang.functions.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class SpliceTest {

  private Socket client;
  private Socket worker;

  @BeforeEach
  void connect() throws IOException {
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket inside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      client = new Socket(door.getInetAddress(), door.getLocalPort());
      Socket accepted = door.accept();
      Socket toWorker = new Socket(inside.getInetAddress(), inside.getLocalPort());
      worker = inside.accept();
      Thread.ofVirtual().start(() -> Splice.run(accepted, toWorker));
    }
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    worker.close();
  }

  @Test
  void anAnswerComesAfterTheQuestionsEnd() throws IOException {
    client.getOutputStream().write("question".getBytes(StandardCharsets.UTF_8));
    client.shutdownOutput();
    assertThat(worker.getInputStream().readAllBytes()).asString().isEqualTo("question");
    worker.getOutputStream().write("answer".getBytes(StandardCharsets.UTF_8));
    worker.close();
    assertThat(client.getInputStream().readAllBytes()).asString().isEqualTo("answer");
  }

  @Test
  void theWorkerNoticesThatItsReaderLeft() throws IOException {
    client.setSoLinger(true, 0);
    client.close();
    assertThatThrownBy(
            () -> {
              while (true) {
                worker.getOutputStream().write(new byte[1024]);
              }
            })
        .isInstanceOf(IOException.class);
  }

  @Test
  void eachByteGoesOnAtOnce() throws IOException {
    for (int i = 1; i <= 5; i++) {
      worker.getOutputStream().write(i);
      assertThat(client.getInputStream().read()).isEqualTo(i);
    }
  }
}
