package app.madang.runtime.telemetry;

import app.madang.runtime.Trace;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Our traces in OpenTelemetry's words: what is exported has the ids that logs and headers name. */
final class Spans {

  private static final ScopedValue<Trace> NAMED = ScopedValue.newInstance();

  private Spans() {}

  /** Where a span belongs; null for the first of its trace. */
  static Context context(Trace trace, @Nullable String parent) {
    if (parent == null) {
      return Context.root();
    }
    TraceFlags flags = trace.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault();
    return Context.root()
        .with(
            Span.wrap(
                SpanContext.createFromRemoteParent(
                    trace.traceId(), parent, flags, TraceState.getDefault())));
  }

  /** Runs what starts the span that a trace has named already. */
  static void named(Trace trace, Supplier<Void> start) {
    ScopedValue.where(NAMED, trace).call(start::get);
  }

  /** Takes the ids that were handed out. */
  static final class Ids implements IdGenerator {

    private final IdGenerator others = IdGenerator.random();

    @Override
    public String generateTraceId() {
      return NAMED.isBound() ? NAMED.get().traceId() : others.generateTraceId();
    }

    @Override
    public String generateSpanId() {
      return NAMED.isBound() ? NAMED.get().spanId() : others.generateSpanId();
    }
  }
}
