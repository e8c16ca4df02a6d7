package app.madang.functions.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** Carries bytes both ways between two sockets; a half close and a disconnect pass through. */
final class Splice {

  private static final int BUFFER = 16 * 1024;

  private Splice() {}

  /** Carries until both directions have ended. */
  static void run(Socket client, Socket server) {
    try (client;
        server) {
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      Thread back = Thread.ofVirtual().start(() -> carry(server, client));
      carry(client, server);
      back.join();
    } catch (IOException e) {
      // one of them is gone, and so is the other now
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void carry(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
      }
      to.shutdownOutput();
    } catch (IOException e) {
      // a reset on one side is a reset on the other: the worker must see that its reader left
      reset(from);
      reset(to);
    }
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // closed already
    }
  }
}
