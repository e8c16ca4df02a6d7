package app.madang.runtime.telemetry;

import app.madang.runtime.Settings;
import app.madang.runtime.security.GoogleAccess;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Sends to an OpenTelemetry collector, or to Google's own endpoint, over HTTP and protobuf. */
final class Exports implements AutoCloseable {

  /** Cloud Monitoring takes a point of a series every five seconds at most. */
  private static final int EVERY_MILLIS = 10_000;

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration NEVER_BY_ITSELF = Duration.ofDays(365);

  private final SdkMeterProvider meters;
  private final SdkTracerProvider traces;
  private final Flushing flushing;

  private Exports(SdkMeterProvider meters, SdkTracerProvider traces, Duration every) {
    this.meters = meters;
    this.traces = traces;
    this.flushing = new Flushing(this::flush, every, PATIENCE);
  }

  static Exports to(String endpoint) {
    String base = endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
    Supplier<Map<String, String>> headers = headers(base);
    Resource resource = Described.resource();
    SdkMeterProvider meters =
        SdkMeterProvider.builder()
            .setResource(resource)
            .registerMetricReader(
                PeriodicMetricReader.builder(
                        OtlpHttpMetricExporter.builder()
                            .setEndpoint(base + "/v1/metrics")
                            .setHeaders(headers)
                            .setCompression("gzip")
                            .build())
                    .setInterval(NEVER_BY_ITSELF)
                    .build())
            .build();
    SdkTracerProvider traces =
        SdkTracerProvider.builder()
            .setResource(resource)
            .setIdGenerator(new Spans.Ids())
            .setSampler(sampler())
            .addSpanProcessor(
                BatchSpanProcessor.builder(
                        OtlpHttpSpanExporter.builder()
                            .setEndpoint(base + "/v1/traces")
                            .setHeaders(headers)
                            .setCompression("gzip")
                            .build())
                    .setScheduleDelay(NEVER_BY_ITSELF)
                    .build())
            .build();
    int every = Settings.integer("OTEL_METRIC_EXPORT_INTERVAL", EVERY_MILLIS);
    return new Exports(meters, traces, Duration.ofMillis(every));
  }

  /** Who calls us decides; of calls that nobody traces yet a part, all unless it is set. */
  private static Sampler sampler() {
    double part = Settings.optional("OTEL_TRACES_SAMPLER_ARG").map(Double::parseDouble).orElse(1.0);
    return Sampler.parentBased(Sampler.traceIdRatioBased(part));
  }

  private static Supplier<Map<String, String>> headers(String endpoint) {
    String host = URI.create(endpoint).getHost();
    if (host == null) {
      throw new IllegalStateException(
          "environment variable OTEL_EXPORTER_OTLP_ENDPOINT is not an address: " + endpoint);
    }
    if (!host.endsWith(".googleapis.com")) {
      return Map::of;
    }
    GoogleAccess access = new GoogleAccess();
    return () ->
        access.token().map(token -> Map.of("Authorization", "Bearer " + token)).orElse(Map.of());
  }

  MeterProvider meters() {
    return meters;
  }

  TracerProvider traces() {
    return traces;
  }

  Flushing flushing() {
    return flushing;
  }

  private CompletableResultCode flush() {
    return CompletableResultCode.ofAll(List.of(meters.forceFlush(), traces.forceFlush()));
  }

  @Override
  public void close() {
    CompletableResultCode.ofAll(List.of(meters.shutdown(), traces.shutdown()))
        .join(3 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }
}
