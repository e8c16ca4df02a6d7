package app.madang.functions.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.runtime.outbound.PublicAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpsDoorTest {

  private static final Receiver RECEIVER = Receiver.get();
  private static final byte[] BODY = {'{', '}'};

  @ParameterizedTest
  @CsvSource({
    "https://127.0.0.1/,private_address",
    "https://localhost/,private_address",
    "https://[::1]/,private_address",
    "https://[::ffff:169.254.169.254]/,private_address",
    "https://169.254.169.254/computeMetadata/v1/,private_address",
    "https://2130706433/,private_address",
    "http://1.1.1.1/,not_https",
    "https://user@1.1.1.1/,not_https",
    "https://nobody.invalid/,unknown_host"
  })
  void insideAddressesAreRefused(String target, String code) {
    try (HttpsDoor door = new HttpsDoor(RECEIVER.trusting(), PublicAddress::is)) {
      assertThatThrownBy(() -> door.post(URI.create(target), Map.of(), BODY))
          .isInstanceOf(SendFailed.class)
          .hasMessage(code);
    }
    assertThat(RECEIVER.isQuiet()).isTrue();
  }

  @Test
  void whoIsNotTrustedGetsNothing() {
    SSLSocketFactory strict = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (HttpsDoor door = new HttpsDoor(strict, Receiver::mayBePostedTo)) {
      URI target = URI.create(RECEIVER.url("/"));
      assertThatThrownBy(() -> door.post(target, Map.of(), BODY)).hasMessage("tls");
    }
    assertThat(RECEIVER.isQuiet()).isTrue();
  }

  @Test
  void fiveSecondsAreEnough() throws InterruptedException {
    Instant start = Instant.now();
    try (HttpsDoor door = new HttpsDoor(RECEIVER.trusting(), Receiver::mayBePostedTo)) {
      URI target = URI.create(RECEIVER.url("/slow"));
      assertThatThrownBy(() -> door.post(target, Map.of(), BODY)).hasMessage("unreachable");
    }
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(8));
    RECEIVER.next();
  }
}
