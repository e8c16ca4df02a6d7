package app.madang.runtime.telemetry;

import app.madang.runtime.Settings;
import app.madang.runtime.Trace;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures and traces by OpenTelemetry. Without {@code OTEL_EXPORTER_OTLP_ENDPOINT} all of it does
 * nothing. No attribute may hold what a person said, is called or owns: ids of operations, models
 * and kinds only.
 */
public final class Telemetry implements AutoCloseable {

  private static final String SCOPE = "app.madang";

  private final Meter meter;
  private final Tracer tracer;
  private final @Nullable Exports exports;

  private Telemetry(@Nullable Exports exports) {
    this.exports = exports;
    this.meter = (exports == null ? MeterProvider.noop() : exports.meters()).get(SCOPE);
    this.tracer = (exports == null ? TracerProvider.noop() : exports.traces()).get(SCOPE);
  }

  /** As the environment says. */
  public static Telemetry ofEnvironment() {
    String endpoint = Settings.optional("OTEL_EXPORTER_OTLP_ENDPOINT").orElse(null);
    // no method reference: that alone would load the SDK
    return new Telemetry(endpoint == null ? null : Exports.to(endpoint));
  }

  /** One that does nothing. */
  public static Telemetry silent() {
    return new Telemetry(null);
  }

  /** Whether anybody listens: what only feeds it may be left out. */
  public boolean on() {
    return exports != null;
  }

  /** Makes instruments. */
  public Meter meter() {
    return meter;
  }

  /** Writes down a finished hop to another service, in the trace of this call. */
  public void called(
      String name, Instant began, Instant ended, Attributes attributes, @Nullable String error) {
    if (on()) {
      Trace trace = Trace.current();
      SpanBuilder span = tracer.spanBuilder(name).setSpanKind(SpanKind.CLIENT);
      write(span.setParent(Spans.context(trace, trace.spanId())), began, ended, attributes, error);
    }
  }

  /** Writes down a finished request, as the very hop that the trace names. */
  void served(
      String name, Instant began, Instant ended, Attributes attributes, @Nullable String error) {
    if (on()) {
      Trace trace = Trace.current();
      SpanBuilder span = tracer.spanBuilder(name).setSpanKind(SpanKind.SERVER);
      Supplier<Void> write =
          () -> {
            write(
                span.setParent(Spans.context(trace, trace.parentId())),
                began,
                ended,
                attributes,
                error);
            return null;
          };
      Spans.named(trace, write);
    }
  }

  private static void write(
      SpanBuilder span,
      Instant began,
      Instant ended,
      Attributes attributes,
      @Nullable String error) {
    io.opentelemetry.api.trace.Span started =
        span.setStartTimestamp(began).setAllAttributes(attributes).startSpan();
    if (error != null) {
      started.setStatus(StatusCode.ERROR);
    }
    started.end(ended);
  }

  /** A request begins. */
  void began() {
    if (exports != null) {
      exports.flushing().began();
    }
  }

  /** A request has said all but its last byte: what is due leaves now, while there is a CPU. */
  void ended() {
    if (exports != null) {
      exports.flushing().ended();
    }
  }

  /** Sends what is left. */
  @Override
  public void close() {
    if (exports != null) {
      exports.close();
    }
  }
}
