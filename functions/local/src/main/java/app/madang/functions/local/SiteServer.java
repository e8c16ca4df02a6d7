package app.madang.functions.local;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The built site: compressed, hashed files for ever, every other address is the application. */
final class SiteServer implements AutoCloseable {

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("webp", "image/webp"),
          Map.entry("avif", "image/avif"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("woff2", "font/woff2"));
  private static final String HASHED = "/assets/.*-[A-Za-z0-9_-]{8,}\\.[a-z0-9]+";

  private final Path dist;
  private final SiteHeaders headers;
  private final String config;
  private final Map<Path, byte[]> zipped = new ConcurrentHashMap<>();
  private final LocalHttp http;

  SiteServer(Path dist, StackPorts ports, EmbedOrigins embeds) {
    this.dist = dist;
    this.headers = SiteHeaders.of(dist, ports, embeds);
    this.config =
        """
        {"issuer":"%s","clientId":"madang-web","audience":"madang","apiBase":"","embedOrigins":%s}
        """
            .formatted(ports.issuerUrl(), embeds.json())
            .strip();
    this.http = new LocalHttp(ports.site(), this::answer);
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    String path = exchange.getRequestURI().getPath();
    if (!exchange.getRequestMethod().equals("GET") && !exchange.getRequestMethod().equals("HEAD")) {
      LocalHttp.send(exchange, 405, "text/plain", "");
    } else if (path.equals("/config.json")) {
      exchange.getResponseHeaders().set("Cache-Control", "no-cache");
      LocalHttp.send(exchange, 200, "application/json", config);
    } else {
      page(exchange, path);
    }
  }

  private void page(HttpExchange exchange, String path) throws IOException {
    Path file = dist.resolve(path.substring(1)).normalize();
    boolean found = file.startsWith(dist) && Files.isRegularFile(file);
    if (!found && path.matches(".*\\.[a-z0-9]{1,11}")) {
      LocalHttp.send(exchange, 404, "text/plain", "");
      return;
    }
    Path shown = found ? file : dist.resolve("index.html");
    if (!Files.isRegularFile(shown)) {
      LocalHttp.send(exchange, 503, "text/plain; charset=utf-8", "The site is not built.");
      return;
    }
    exchange
        .getResponseHeaders()
        .set(
            "Cache-Control",
            found && path.matches(HASHED) ? "public, max-age=31536000, immutable" : "no-cache");
    send(exchange, shown);
  }

  private void send(HttpExchange exchange, Path file) throws IOException {
    String name = Objects.requireNonNull(file.getFileName()).toString();
    String extension = name.substring(name.lastIndexOf('.') + 1);
    exchange
        .getResponseHeaders()
        .set("Content-Type", TYPES.getOrDefault(extension, "application/octet-stream"));
    exchange.getResponseHeaders().set("Vary", "Accept-Encoding");
    if (extension.equals("html")) {
      headers.applyToPage(exchange.getResponseHeaders(), exchange.getRequestURI().getPath());
    }
    byte[] body = body(exchange, file, extension);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(200, head || body.length == 0 ? -1 : body.length);
    if (!head) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  private byte[] body(HttpExchange exchange, Path file, String extension) throws IOException {
    @Nullable String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
    Path brotli = file.resolveSibling(file.getFileName() + ".br");
    if (accepted != null && accepted.contains("br") && Files.isRegularFile(brotli)) {
      exchange.getResponseHeaders().set("Content-Encoding", "br");
      return Files.readAllBytes(brotli);
    }
    boolean text = TYPES.getOrDefault(extension, "").matches("text/.*|.*(json|svg).*");
    if (accepted != null && accepted.contains("gzip") && text) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      byte[] known = zipped.get(file);
      if (known == null) {
        known = gzip(Files.readAllBytes(file));
        zipped.put(file, known);
      }
      return known;
    }
    return Files.readAllBytes(file);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    http.close();
  }
}
