package app.madang.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPInputStream;

/** Takes what OpenTelemetry sends, by its own protocol over HTTP, as a collector would. */
public final class OtlpReceiver implements AutoCloseable {

  private final HttpServer server;
  private final List<ExportMetricsServiceRequest> metrics = new CopyOnWriteArrayList<>();
  private final List<ExportTraceServiceRequest> traces = new CopyOnWriteArrayList<>();
  private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();

  /** Listens at a free port. */
  public OtlpReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/v1/metrics",
        exchange -> metrics.add(ExportMetricsServiceRequest.parseFrom(taken(exchange))));
    server.createContext(
        "/v1/traces", exchange -> traces.add(ExportTraceServiceRequest.parseFrom(taken(exchange))));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  private byte[] taken(HttpExchange exchange) throws IOException {
    headers.add(new TreeMap<>(exchange.getRequestHeaders()));
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    try (exchange;
        InputStream body =
            zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
      byte[] bytes = body.readAllBytes();
      exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
      return bytes;
    }
  }

  /** The address for {@code OTEL_EXPORTER_OTLP_ENDPOINT}. */
  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The newest state of a metric. */
  public Optional<Metric> metric(String name) {
    return metrics.reversed().stream()
        .flatMap(request -> request.getResourceMetricsList().stream())
        .flatMap(resource -> resource.getScopeMetricsList().stream())
        .flatMap(scope -> scope.getMetricsList().stream())
        .filter(metric -> metric.getName().equals(name))
        .findFirst();
  }

  /** The same, waited for as long as a busy machine may need. */
  public Metric await(String name) {
    for (int i = 0; i < 200; i++) {
      Optional<Metric> metric = metric(name);
      if (metric.isPresent()) {
        return metric.get();
      }
      LockSupport.parkNanos(50_000_000);
    }
    throw new AssertionError(name + " did not arrive");
  }

  /** All spans, in the order of their arrival. */
  public List<Span> spans() {
    return traces.stream()
        .flatMap(request -> request.getResourceSpansList().stream())
        .flatMap(resource -> resource.getScopeSpansList().stream())
        .flatMap(scope -> scope.getSpansList().stream())
        .toList();
  }

  /** Who sent. */
  public List<Resource> resources() {
    return metrics.stream()
        .flatMap(request -> request.getResourceMetricsList().stream())
        .map(resource -> resource.getResource())
        .toList();
  }

  /** Everything that came, as text, to look for what must not be there. */
  public String all() {
    return metrics + "\n" + traces + "\n" + headers;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
