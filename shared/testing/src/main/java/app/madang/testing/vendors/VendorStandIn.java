package app.madang.testing.vendors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A vendor for tests: answers by script, on the wire format, over real HTTP. */
public final class VendorStandIn implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Received> received = new ConcurrentLinkedQueue<>();
  private final AtomicInteger open = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Function<Received, Script> behaviour = call -> Script.says("ok");

  /** Starts at a free port of this machine. */
  public VendorStandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    for (WireDialect dialect : WireDialect.values()) {
      server.createContext(dialect.base(), exchange -> serve(dialect, exchange));
    }
    server.start();
  }

  /** The address to put the vendor's paths behind. */
  public String baseUrl(WireDialect dialect) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + dialect.base();
  }

  /** From now on all calls get this. */
  public void behaves(Script script) {
    behaviour = call -> script;
  }

  /** From now on calls get what this says. */
  public void behaves(Function<Received, Script> how) {
    behaviour = how;
  }

  /** All calls so far, oldest first. */
  public Queue<Received> received() {
    return received;
  }

  /** Calls that are being answered. */
  public int open() {
    return open.get();
  }

  private void serve(WireDialect dialect, HttpExchange exchange) throws IOException {
    open.incrementAndGet();
    try (exchange) {
      Map<String, String> headers =
          exchange.getRequestHeaders().entrySet().stream()
              .collect(
                  Collectors.toMap(
                      header -> header.getKey().toLowerCase(Locale.ROOT),
                      header -> String.join(",", header.getValue())));
      Received call =
          new Received(
              dialect,
              exchange.getRequestURI().toString(),
              headers,
              JSON.readTree(exchange.getRequestBody()));
      received.add(call);
      answer(call, behaviour.apply(call), exchange);
    } catch (IOException | InterruptedException e) {
      // the caller went: that is what many tests want
    } finally {
      open.decrementAndGet();
    }
  }

  private void answer(Received call, Script script, HttpExchange exchange)
      throws IOException, InterruptedException {
    WireFormat format = WireFormat.of(call.dialect());
    script.headers().forEach(exchange.getResponseHeaders()::add);
    pause(script.beforeFirst());
    if (script.status() == 200 && Vectors.wanted(call)) {
      whole(exchange, 200, Vectors.answer(call));
    } else if (format.refuses(call)) {
      whole(exchange, 400, format.error(400));
    } else if (script.status() != 200) {
      whole(exchange, script.status(), format.error(script.status()));
    } else if (call.streaming()) {
      exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      stream(script, format, exchange.getResponseBody());
    } else if (script.ending() == Script.Ending.HANG) {
      closed.await();
    } else {
      String body = script.ending() == Script.Ending.GARBLED ? "{\"oops" : format.whole(script);
      whole(exchange, 200, body);
    }
  }

  private void stream(Script script, WireFormat format, OutputStream out)
      throws IOException, InterruptedException {
    write(out, format.opening());
    int count = 0;
    for (String piece : script.pieces()) {
      if (script.ending() != Script.Ending.WHOLE && count == script.after()) {
        break;
      }
      if (count > 0) {
        pause(script.between());
      }
      write(out, format.piece(piece));
      count++;
    }
    for (int i = 0; i < script.tools().size(); i++) {
      write(out, format.tool(i, script.tools().get(i)));
    }
    switch (script.ending()) {
      case WHOLE, LENGTH, REFUSED -> write(out, format.closing(script));
      case CUT -> throw new IOException("cut");
      case HANG -> closed.await();
      case GARBLED -> write(out, format.garbled());
      case ERROR_EVENT -> write(out, format.errorEvent());
    }
    out.close();
  }

  private void pause(Duration time) throws InterruptedException {
    if (time.isPositive() && closed.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new InterruptedException("closed");
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void whole(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
