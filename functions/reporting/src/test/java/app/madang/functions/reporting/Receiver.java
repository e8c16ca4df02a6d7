package app.madang.functions.reporting;

import app.madang.runtime.outbound.PublicAddress;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Somebody's server that webhooks are sent to, over real TLS. */
final class Receiver {

  private static final char[] PASSWORD = "changeit".toCharArray();

  private final SSLContext tls;
  private final HttpsServer server;
  private final BlockingQueue<Message> received = new LinkedBlockingQueue<>();
  private volatile int status = 204;

  record Message(String path, Map<String, List<String>> headers, String body) {}

  private static final class Holder {
    static final Receiver RECEIVER = new Receiver();
  }

  static Receiver get() {
    return Holder.RECEIVER;
  }

  private Receiver() {
    try {
      Path store = Files.createTempDirectory("madang-keys").resolve("keys.p12");
      Process keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-alias",
                  "receiver",
                  "-keyalg",
                  "EC",
                  "-groupname",
                  "secp256r1",
                  "-dname",
                  "CN=receiver",
                  "-ext",
                  "san=ip:127.0.0.1",
                  "-storetype",
                  "PKCS12",
                  "-storepass",
                  new String(PASSWORD),
                  "-keystore",
                  store.toString())
              .start();
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException("no certificate");
      }
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(store)) {
        keys.load(in, PASSWORD);
      }
      KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
      own.init(keys, PASSWORD);
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("receiver", keys.getCertificate("receiver"));
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(trusted);
      tls = SSLContext.getInstance("TLS");
      tls.init(own.getKeyManagers(), trust.getTrustManagers(), null);
      server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(tls));
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", this::receive);
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void receive(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    received.add(
        new Message(
            exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders()), body));
    if (exchange.getRequestURI().getPath().equals("/slow")) {
      try {
        TimeUnit.SECONDS.sleep(30);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    exchange.getResponseHeaders().add("Location", "https://127.0.0.1:1/elsewhere");
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  SSLSocketFactory trusting() {
    return tls.getSocketFactory();
  }

  static boolean mayBePostedTo(InetAddress address) {
    return address.getHostAddress().equals("127.0.0.1") || PublicAddress.is(address);
  }

  String url(String path) {
    return "https://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  void answers(int code) {
    status = code;
  }

  Message next() throws InterruptedException {
    Message message = received.poll(10, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("nothing came");
    }
    return message;
  }

  boolean isQuiet() {
    return received.isEmpty();
  }
}
