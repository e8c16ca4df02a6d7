package app.madang.models.door;

import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import java.util.List;

/** The conventions' histograms, with the boundaries that they ask for. */
record Histograms(
    DoubleHistogram duration,
    DoubleHistogram firstChunk,
    DoubleHistogram firstToken,
    LongHistogram tokens) {

  private static final List<Double> SECONDS =
      List.of(.01, .02, .04, .08, .16, .32, .64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92);
  private static final List<Double> FIRST =
      List.of(.001, .005, .01, .02, .04, .06, .08, .1, .25, .5, .75, 1.0, 2.5, 5.0, 7.5, 10.0);
  private static final List<Long> TOKENS =
      List.of(
          1L, 4L, 16L, 64L, 256L, 1024L, 4096L, 16384L, 65536L, 262144L, 1048576L, 4194304L,
          16777216L, 67108864L);

  static Histograms of(Meter meter) {
    return new Histograms(
        seconds(meter, "gen_ai.client.operation.duration", SECONDS),
        seconds(meter, "gen_ai.client.operation.time_to_first_chunk", SECONDS),
        seconds(meter, "gen_ai.server.time_to_first_token", FIRST),
        meter
            .histogramBuilder("gen_ai.client.token.usage")
            .ofLongs()
            .setUnit("{token}")
            .setExplicitBucketBoundariesAdvice(TOKENS)
            .build());
  }

  private static DoubleHistogram seconds(Meter meter, String name, List<Double> boundaries) {
    return meter
        .histogramBuilder(name)
        .setUnit("s")
        .setExplicitBucketBoundariesAdvice(boundaries)
        .build();
  }
}
