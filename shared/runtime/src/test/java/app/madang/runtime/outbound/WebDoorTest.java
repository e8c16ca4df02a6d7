package app.madang.runtime.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebDoorTest {

  @TempDir Path folder;

  private final HttpServer server;
  private final AtomicInteger asked = new AtomicInteger();

  WebDoorTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          if (exchange.getRequestURI().getPath().equals("/redirect")) {
            exchange.getResponseHeaders().add("Location", "http://169.254.169.254/");
            exchange.sendResponseHeaders(302, -1);
          } else {
            // no length: in chunks
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[5000]);
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void readsChunksAndFollowsNothing() {
    WebDoor door = door(InetAddress::isLoopbackAddress, InetAddress::getAllByName);
    assertThat(get(door, url("/"), 5000).size()).isEqualTo(5000);
    WebAnswer answer = get(door, url("/redirect"), 5000);
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("location")).isEqualTo("http://169.254.169.254/");
    assertThat(asked).hasValue(2);
  }

  @Test
  void moreThanAllowedIsRefused() {
    WebDoor door = door(InetAddress::isLoopbackAddress, InetAddress::getAllByName);
    assertThatThrownBy(() -> get(door, url("/"), 4999)).hasMessage("too_large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:%d/",
        "http://2130706433:%d/",
        "http://0x7f000001:%d/",
        "http://[::1]:%d/",
        "http://[::ffff:127.0.0.1]:%d/",
        "http://localhost:%d/"
      })
  void theCompanysOwnNetworkIsRefused(String target) {
    WebDoor door = door(PublicAddress::is, InetAddress::getAllByName);
    assertThatThrownBy(() -> get(door, target.formatted(server.getAddress().getPort()), 5000))
        .isInstanceOf(OutboundRefused.class);
    assertThat(asked).hasValue(0);
  }

  @Test
  void aNameThatChangesItsAddressIsAskedForItOnce() {
    AtomicInteger lookups = new AtomicInteger();
    // first harmless, then where it must not lead
    HostNames rebinding =
        host -> addresses(lookups.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2");
    WebDoor door = door(address -> address.getHostAddress().equals("127.0.0.1"), rebinding);
    assertThat(
            get(door, "http://rebinding.test:" + server.getAddress().getPort() + "/", 5000)
                .status())
        .isEqualTo(200);
    assertThat(lookups).hasValue(1);
    assertThatThrownBy(
            () -> get(door, "http://rebinding.test:" + server.getAddress().getPort() + "/", 5000))
        .hasMessage("private_address");
  }

  /** By the resolver of the machine, as functions look names up. */
  @Test
  void aNameThatItsOwnerMovesInwardsIsFollowedNeitherThenNorLater() {
    WebDoor door =
        door(address -> address.getHostAddress().equals("127.0.0.1"), InetAddress::getAllByName);
    String target = "http://" + StandInNames.REBINDING + ":" + server.getAddress().getPort() + "/";
    StandInNames.ANSWERS.addAll(List.of("127.0.0.1", "127.0.0.2"));
    assertThat(get(door, target, 5000).status()).isEqualTo(200);
    // whoever looked twice would have been led on
    assertThat(StandInNames.ANSWERS).containsExactly("127.0.0.2");
    assertThatThrownBy(() -> get(door, target, 5000)).hasMessage("private_address");
    WebDoor strict = door(PublicAddress::is, InetAddress::getAllByName);
    StandInNames.ANSWERS.add("169.254.169.254");
    assertThatThrownBy(() -> get(strict, target, 5000)).hasMessage("private_address");
    assertThat(asked).hasValue(1);
  }

  @Test
  void oneBadAddressAmongManyIsEnough() {
    WebDoor door = door(PublicAddress::is, host -> addresses("8.8.8.8", "10.0.0.1"));
    assertThatThrownBy(() -> get(door, "http://many.test/", 5000)).hasMessage("private_address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254",
        "fe80::1",
        "fd00:ec2::254",
        "100.100.100.200",
        "0.0.0.0",
        "224.0.0.1",
        "192.0.0.192"
      })
  void metadataIsNeverLetInNotEvenWithThePrivateNetwork(String address)
      throws UnknownHostException {
    assertThat(PublicAddress.orPrivate(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.1.2.3", "127.0.0.1", "192.168.0.1", "fd12::1", "::1", "8.8.8.8"})
  void thePrivateNetworkIsLetInWhenAskedFor(String address) throws UnknownHostException {
    assertThat(PublicAddress.orPrivate(InetAddress.getByName(address))).isTrue();
  }

  private static InetAddress[] addresses(String... literals) throws UnknownHostException {
    InetAddress[] found = new InetAddress[literals.length];
    for (int i = 0; i < literals.length; i++) {
      found[i] = InetAddress.getByName(literals[i]);
    }
    return found;
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private WebAnswer get(WebDoor door, String target, long most) {
    return door.get(
        URI.create(target), Map.of(), Duration.ofSeconds(5), most, folder.resolve("body"));
  }

  private static WebDoor door(Predicate<InetAddress> allowed, HostNames names) {
    return new WebDoor(
        new PinnedSockets((SSLSocketFactory) SSLSocketFactory.getDefault(), allowed, names));
  }
}
