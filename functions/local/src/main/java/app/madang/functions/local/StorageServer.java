package app.madang.functions.local;

import app.madang.runtime.storage.Attachment;
import app.madang.runtime.storage.FilesystemObjectStorage;
import app.madang.runtime.storage.SignedRequest;
import app.madang.runtime.storage.StoredObject;
import app.madang.runtime.storage.UploadProgress;
import app.madang.runtime.storage.UploadRefused;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes signed uploads and gives signed downloads, on an origin that holds nothing else. */
final class StorageServer implements AutoCloseable {

  /** Parts are multiples of it, but for the last one. */
  private static final int PART = 256 * 1024;

  private final FilesystemObjectStorage storage;
  private final String siteOrigin;
  private final Consumer<StoredObject> finalized;
  private final LocalHttp http;

  /**
   * Starts it.
   *
   * @param siteOrigin the only site whose scripts may talk to it
   * @param finalized hears of every object whose bytes are complete
   */
  StorageServer(
      int port,
      FilesystemObjectStorage storage,
      String siteOrigin,
      Consumer<StoredObject> finalized) {
    this.storage = storage;
    this.siteOrigin = siteOrigin;
    this.finalized = finalized;
    this.http = new LocalHttp(port, this::answer);
  }

  private void answer(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Access-Control-Allow-Origin", siteOrigin);
    headers.set(
        "Access-Control-Expose-Headers",
        "Location, Range, Content-Range, Accept-Ranges, x-goog-generation");
    headers.set("Vary", "Origin");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
    headers.set("Cache-Control", "no-store");
    switch (exchange.getRequestMethod()) {
      case "OPTIONS" -> preflight(exchange);
      case "POST" -> signed(exchange, "POST", this::begin);
      case "PUT" -> put(exchange);
      case "GET" -> signed(exchange, "GET", this::download);
      default -> LocalHttp.send(exchange, 405, "text/plain", "");
    }
  }

  private static void preflight(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Access-Control-Allow-Methods", "GET, PUT, POST");
    exchange
        .getResponseHeaders()
        .set(
            "Access-Control-Allow-Headers", "Content-Type, Content-Range, Range, x-goog-resumable");
    exchange.getResponseHeaders().set("Access-Control-Max-Age", "600");
    exchange.sendResponseHeaders(204, -1);
  }

  private interface Allowed {
    void answer(HttpExchange exchange, SignedRequest request) throws IOException;
  }

  private void signed(HttpExchange exchange, String method, Allowed allowed) throws IOException {
    String name = exchange.getRequestURI().getRawPath().substring(1);
    Optional<SignedRequest> request = storage.verify(method, name, LocalHttp.query(exchange));
    if (request.isEmpty()) {
      LocalHttp.send(exchange, 403, "text/plain", "the signature is wrong or has expired");
      return;
    }
    try {
      allowed.answer(exchange, request.get());
    } catch (UploadRefused e) {
      LocalHttp.send(exchange, e.status(), "text/plain", String.valueOf(e.getMessage()));
    }
  }

  private void put(HttpExchange exchange) throws IOException {
    String name = exchange.getRequestURI().getRawPath().substring(1);
    boolean session =
        storage
            .verify(FilesystemObjectStorage.SESSION, name, LocalHttp.query(exchange))
            .isPresent();
    if (session) {
      signed(exchange, FilesystemObjectStorage.SESSION, this::part);
    } else {
      signed(exchange, "PUT", this::upload);
    }
  }

  /** Begins an upload in parts. */
  private void begin(HttpExchange exchange, SignedRequest upload) throws IOException {
    Headers asked = exchange.getRequestHeaders();
    if (!upload.detail().equals(asked.getFirst("Content-Type"))
        || !"start".equals(asked.getFirst("x-goog-resumable"))) {
      LocalHttp.send(exchange, 403, "text/plain", "other headers were signed");
      return;
    }
    if (storage.find(upload.name()).isPresent()) {
      LocalHttp.send(exchange, 412, "text/plain", "the object exists");
      return;
    }
    exchange.getResponseHeaders().set("Location", storage.session(upload).toString());
    LocalHttp.send(exchange, 201, "text/plain", "");
  }

  private void part(HttpExchange exchange, SignedRequest upload) throws IOException {
    @Nullable String header = exchange.getRequestHeaders().getFirst("Content-Range");
    ContentRange range = ContentRange.of(header, upload.size());
    if (range.asksOnly()) {
      report(exchange, storage.progress(upload));
      return;
    }
    long end = range.first() + declaredSize(exchange);
    if (end < upload.size() && (end - range.first()) % PART != 0) {
      LocalHttp.send(exchange, 400, "text/plain", "a part must be of whole 256 KiB");
      return;
    }
    receive(exchange, upload, range.first());
  }

  private void receive(HttpExchange exchange, SignedRequest upload, long first) throws IOException {
    UploadProgress progress;
    try (InputStream body = exchange.getRequestBody()) {
      progress = storage.receive(upload, first, body);
    }
    progress.object().ifPresent(finalized);
    report(exchange, progress);
  }

  private void upload(HttpExchange exchange, SignedRequest upload) throws IOException {
    if (!upload.detail().equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
      LocalHttp.send(exchange, 403, "text/plain", "another type was signed");
      return;
    }
    if (declaredSize(exchange) != upload.size()) {
      LocalHttp.send(exchange, 400, "text/plain", "another size was signed");
      return;
    }
    receive(exchange, upload, 0);
  }

  private static void report(HttpExchange exchange, UploadProgress progress) throws IOException {
    if (progress.object().isPresent()) {
      String generation = Long.toString(progress.object().get().generation());
      exchange.getResponseHeaders().set("x-goog-generation", generation);
      LocalHttp.send(exchange, 200, "text/plain", "");
      return;
    }
    if (progress.received() > 0) {
      exchange.getResponseHeaders().set("Range", "bytes=0-" + (progress.received() - 1));
    }
    LocalHttp.send(exchange, 308, "text/plain", "");
  }

  private void download(HttpExchange exchange, SignedRequest download) throws IOException {
    Optional<StoredObject> object = storage.find(download.name());
    if (object.isEmpty()) {
      LocalHttp.send(exchange, 404, "text/plain", "");
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
    exchange
        .getResponseHeaders()
        .set("Content-Disposition", Attachment.disposition(download.detail()));
    exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
    long size = object.get().size();
    Optional<ByteRange> part = ByteRange.of(exchange.getRequestHeaders().getFirst("Range"), size);
    if (part.isPresent() && part.get().isEmpty()) {
      exchange.getResponseHeaders().set("Content-Range", "bytes */" + size);
      LocalHttp.send(exchange, 416, "text/plain", "");
      return;
    }
    part.ifPresent(range -> exchange.getResponseHeaders().set("Content-Range", range.header(size)));
    ByteRange sent = part.orElse(new ByteRange(0, size));
    try (InputStream bytes = storage.open(download.name(), object.get().generation())) {
      exchange.sendResponseHeaders(
          part.isPresent() ? 206 : 200, sent.isEmpty() ? -1 : sent.length());
      sent.copy(bytes, exchange.getResponseBody());
    }
  }

  private static long declaredSize(HttpExchange exchange) {
    @Nullable String length = exchange.getRequestHeaders().getFirst("Content-Length");
    try {
      return length == null ? -1 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
