package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.functions.chat.cache.Shelf;
import app.madang.functions.chat.openai.RateLimits;
import app.madang.runtime.telemetry.Telemetry;
import app.madang.testing.OtlpReceiver;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChatMetersTest {

  @Test
  void refusalsAndAnswersGivenAgainAreCountedWithoutTheirKeys() {
    UUID key = UUID.randomUUID();
    try (OtlpReceiver receiver = new OtlpReceiver()) {
      System.setProperty("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint());
      Telemetry telemetry = Telemetry.ofEnvironment();
      System.clearProperty("OTEL_EXPORTER_OTLP_ENDPOINT");
      ChatMeters meters = new ChatMeters(telemetry);
      RateLimits limits = meters.counted(id -> id.equals(key) ? 3 : 0);
      assertThat(limits.take(key)).isEqualTo(3);
      assertThat(limits.take(UUID.randomUUID())).isZero();
      Shelf shelf = meters.counted(new Nothing());
      shelf.count(true);
      shelf.count(true);
      shelf.count(false);
      telemetry.close();

      assertThat(receiver.await("madang.ratelimit.refusals").getSum().getDataPoints(0).getAsInt())
          .isEqualTo(1);
      assertThat(receiver.await("madang.cache.answers").getSum().getDataPointsList())
          .extracting(point -> point.getAsInt())
          .containsExactlyInAnyOrder(2L, 1L);
      assertThat(receiver.all()).doesNotContain(key.toString());
    }
  }

  private static final class Nothing implements Shelf {

    @Override
    public Optional<byte[]> get(String key) {
      return Optional.empty();
    }

    @Override
    public void put(String key, byte[] sealed, Duration kept) {}

    @Override
    public void count(boolean hit) {}

    @Override
    public Optional<Uses> uses() {
      return Optional.empty();
    }
  }
}
