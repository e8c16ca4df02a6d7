package app.madang.runtime.event;

import app.madang.runtime.telemetry.Telemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How long events wait until Pub/Sub has them. A row's id (UUID version 7) tells its time. */
final class OutboxLag {

  private static final AttributeKey<String> TOPIC =
      AttributeKey.stringKey("messaging.destination.name");
  private static final List<Double> SECONDS =
      List.of(.005, .01, .025, .05, .1, .25, .5, 1.0, 5.0, 15.0, 60.0, 300.0, 3600.0);

  private final Telemetry telemetry;
  private final DoubleHistogram lag;
  private volatile double oldest;

  OutboxLag(Telemetry telemetry) {
    this.telemetry = telemetry;
    lag =
        telemetry
            .meter()
            .histogramBuilder("madang.outbox.lag")
            .setUnit("s")
            .setDescription("From an event's transaction until Pub/Sub has it.")
            .setExplicitBucketBoundariesAdvice(SECONDS)
            .build();
    telemetry
        .meter()
        .gaugeBuilder("madang.outbox.oldest")
        .setUnit("s")
        .setDescription("The age of the oldest event that the last sweep found.")
        .buildWithCallback(gauge -> gauge.record(oldest));
  }

  /** An event has left. */
  void published(String topic, UUID id) {
    if (telemetry.on()) {
      lag.record(age(id), Attributes.of(TOPIC, topic));
    }
  }

  /** A sweep found this to be the oldest; null when it found nothing. */
  void oldest(@Nullable UUID id) {
    oldest = id == null ? 0 : age(id);
  }

  private static double age(UUID id) {
    return Math.max(0, System.currentTimeMillis() - (id.getMostSignificantBits() >>> 16)) / 1e3;
  }
}
