import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** The least that can stand between: bytes both ways on virtual threads, nothing read of them. */
final class PlainProxy implements AutoCloseable {

  private final ServerSocket door = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
  private final int upstream;

  PlainProxy(int upstream) throws IOException {
    this.upstream = upstream;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        Thread.ofVirtual().start(() -> join(caller));
      } catch (IOException e) {
        // closed
      }
    }
  }

  private void join(Socket caller) {
    try (caller;
        Socket behind = new Socket(InetAddress.getLoopbackAddress(), upstream)) {
      caller.setTcpNoDelay(true);
      behind.setTcpNoDelay(true);
      Thread answers = Thread.ofVirtual().start(() -> pass(behind, caller));
      pass(caller, behind);
      answers.join();
    } catch (IOException | InterruptedException e) {
      // one of them left
    }
  }

  private static void pass(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[16 * 1024];
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
      }
      to.shutdownOutput();
    } catch (IOException e) {
      // it left
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
