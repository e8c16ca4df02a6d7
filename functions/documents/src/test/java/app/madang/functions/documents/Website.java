package app.madang.functions.documents;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A website of a test: pages that change, and a note of who was asked for what. */
final class Website implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final Map<String, Runnable> moments = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private record Page(int status, String type, String body, String location) {}

  Website() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  Website page(String path, String title, String body) {
    String html = "<html><head><title>" + title + "</title></head><body>" + body + "</body></html>";
    pages.put(path, new Page(200, "text/html; charset=utf-8", html, ""));
    return this;
  }

  Website file(String path, String type, String body) {
    pages.put(path, new Page(200, type, body, ""));
    return this;
  }

  Website status(String path, int status) {
    pages.put(path, new Page(status, "text/plain", "", ""));
    return this;
  }

  Website redirect(String path, String location) {
    pages.put(path, new Page(302, "text/plain", "", location));
    return this;
  }

  void remove(String path) {
    pages.remove(path);
  }

  /** Something that happens while a page is being asked for, once. */
  void when(String path, Runnable moment) {
    moments.put(path, moment);
  }

  /** The paths asked for since the last time, with what was answered. */
  List<String> asked() {
    List<String> since = List.copyOf(asked);
    asked.clear();
    return since;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    Runnable moment = moments.remove(path);
    if (moment != null) {
      moment.run();
    }
    Page page = pages.getOrDefault(path, new Page(404, "text/plain", "", ""));
    String tag = "\"" + Integer.toHexString(page.body().hashCode()) + "\"";
    boolean same =
        page.status() == 200 && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    int status = same ? 304 : page.status();
    asked.add(path + " " + status);
    exchange.getResponseHeaders().add("Content-Type", page.type());
    if (page.status() == 200) {
      exchange.getResponseHeaders().add("ETag", tag);
    }
    if (!page.location().isEmpty()) {
      exchange.getResponseHeaders().add("Location", page.location());
    }
    byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, same || body.length == 0 ? -1 : body.length);
    if (!same && body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
