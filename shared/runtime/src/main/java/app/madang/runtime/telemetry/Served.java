package app.madang.runtime.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongHistogram;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures each request of this function; of its path only the contract's template is known. */
public final class Served {

  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");
  private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

  // OpenTelemetry's own advice, and above it what a streamed answer takes
  private static final List<Double> SECONDS =
      List.of(
          .005, .01, .025, .05, .075, .1, .25, .5, .75, 1.0, 2.5, 5.0, 7.5, 10.0, 30.0, 60.0,
          120.0);

  private final Telemetry telemetry;
  private final DoubleHistogram duration;
  private final LongHistogram statements;

  /** Over what the environment set up. */
  public Served(Telemetry telemetry) {
    this.telemetry = telemetry;
    this.duration =
        telemetry
            .meter()
            .histogramBuilder("http.server.request.duration")
            .setUnit("s")
            .setDescription("From a request's first byte to its last.")
            .setExplicitBucketBoundariesAdvice(SECONDS)
            .build();
    this.statements =
        telemetry
            .meter()
            .histogramBuilder("madang.db.request.statements")
            .ofLongs()
            .setUnit("{statement}")
            .setDescription("SQL statements that a request's own thread sent.")
            .setExplicitBucketBoundariesAdvice(List.of(0L, 1L, 2L, 3L, 5L, 8L, 13L, 21L, 50L))
            .build();
  }

  /** What happens in a request. */
  @FunctionalInterface
  public interface Work<E extends Exception> {

    /** Answers. */
    void run(Hop hop) throws E;
  }

  /** One request under way: it learns its route and its status. */
  public static final class Hop {

    private @Nullable String route;
    private int status = 200;

    /** The path as the contract writes it. */
    public void route(String template) {
      route = template;
    }

    /** The answer's status. */
    public void status(int code) {
      status = code;
    }
  }

  /** Answers a request and writes down how that went. */
  public <E extends Exception> void measured(String method, Work<E> work) throws E {
    Hop hop = new Hop();
    if (!telemetry.on()) {
      work.run(hop);
      return;
    }
    telemetry.began();
    Instant began = Instant.now();
    long started = System.nanoTime();
    Statements counted = new Statements();
    boolean whole = false;
    try {
      counted.during(() -> work.run(hop));
      whole = true;
    } finally {
      // a probe is nobody's request
      if (hop.route != null || hop.status != 200) {
        write(method, hop, began, System.nanoTime() - started, counted.count(), whole);
      }
      telemetry.ended();
    }
  }

  private void write(String method, Hop hop, Instant began, long nanos, int sent, boolean whole) {
    AttributesBuilder builder = Attributes.builder().put(METHOD, method);
    String route = hop.route;
    if (route != null) {
      builder.put(ROUTE, route);
    }
    String error = null;
    if (!whole) {
      error = "connection_gone";
    } else {
      builder.put(STATUS, (long) hop.status);
      error = hop.status >= 500 ? Integer.toString(hop.status) : null;
    }
    if (error != null) {
      builder.put(ERROR, error);
    }
    Attributes attributes = builder.build();
    duration.record(nanos / 1e9, attributes);
    statements.record(sent, attributes);
    String name = route == null ? method : method + " " + route;
    telemetry.served(name, began, began.plus(Duration.ofNanos(nanos)), attributes, error);
  }
}
