package app.madang.models.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.madang.models.ModelClient;
import app.madang.models.ModelFailure;
import app.madang.models.ModelFailure.Kind;
import app.madang.models.ModelMessage.FromPerson;
import app.madang.models.ModelRequest;
import app.madang.models.Patience;
import app.madang.models.catalogue.EffortStyle;
import app.madang.models.catalogue.ProviderKind;
import app.madang.models.internal.vendor.Endpoint;
import app.madang.models.internal.vendor.VendorClients;
import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.VendorStandIn;
import app.madang.testing.vendors.WireDialect;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A name that stands for another address as soon as it was checked. */
@Timeout(20)
class ChosenAddressTest {

  private static final byte[] INSIDE = {127, 0, 0, 1};
  private static final byte[] ELSEWHERE = {127, 0, 0, 2};
  private static final byte[] METADATA = {(byte) 169, (byte) 254, (byte) 169, (byte) 254};
  private static final byte[] OUTSIDE = {8, 8, 8, 8};

  private final VendorStandIn vendor = new VendorStandIn();
  private final AtomicInteger asked = new AtomicInteger();

  @AfterEach
  void close() {
    vendor.close();
  }

  private static InetAddress[] at(byte[]... bytes) throws UnknownHostException {
    InetAddress[] found = new InetAddress[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      found[i] = InetAddress.getByAddress("models.test", bytes[i]);
    }
    return found;
  }

  /** Names whose answer changes each time. */
  private BaseUrls names(boolean privateAllowed, byte[]... answers) {
    return new BaseUrls(
        privateAllowed,
        host -> {
          assertThat(host).isEqualTo("models.test");
          return at(answers[Math.min(asked.getAndIncrement(), answers.length - 1)]);
        });
  }

  private static ModelClient client(VendorClients clients, String baseUrl) {
    return clients.client(
        new Endpoint(ProviderKind.OPENAI_COMPATIBLE, baseUrl, "m", EffortStyle.NONE, true, true),
        () -> Optional.of("sk-secret"));
  }

  private String url() {
    URI known = URI.create(vendor.baseUrl(WireDialect.OPENAI));
    return "http://models.test:" + known.getPort() + known.getPath();
  }

  private static String ask(ModelClient client) {
    return client.call(ModelRequest.of(List.of(FromPerson.of("안녕"))), Patience.usual()).text();
  }

  @Test
  void theAddressThatWasCheckedIsTheOneThatIsReached() throws Exception {
    vendor.behaves(Script.says("네"));
    BaseUrls names = names(true, INSIDE, METADATA);
    try (VendorClients clients = new VendorClients(names)) {
      ModelClient client = client(clients, url());
      assertThat(ask(client)).isEqualTo("네");
      assertThat(vendor.received().remove().headers().get("host")).startsWith("models.test:");
      assertThat(asked).as("looked up once for the connection").hasValue(1);
      // it goes on over the same connection, whatever the name stands for now
      assertThat(ask(client)).isEqualTo("네");
      assertThat(asked).hasValue(1);
    }
  }

  @Test
  void aNameThatWasGoodWhenItWasSetIsCheckedAgainForItsConnection() throws Exception {
    for (byte[] turned : List.of(METADATA, OUTSIDE)) {
      asked.set(0);
      BaseUrls names = names(true, INSIDE, turned);
      assertThat(names.problem(url())).isEmpty();
      try (VendorClients clients = new VendorClients(names)) {
        ModelFailure failure =
            catchThrowableOfType(ModelFailure.class, () -> ask(client(clients, url())));
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
      }
      assertThat(asked).hasValue(2);
      assertThat(vendor.received()).isEmpty();
    }
  }

  @Test
  void oneBadAddressAmongManyIsEnough() throws Exception {
    BaseUrls names = new BaseUrls(true, host -> at(INSIDE, METADATA));
    try (VendorClients clients = new VendorClients(names)) {
      assertThatThrownBy(() -> ask(client(clients, url()))).isInstanceOf(ModelFailure.class);
    }
    assertThat(vendor.received()).isEmpty();
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    vendor.behaves(Script.fails(307).header("Location", url() + "/chat/completions"));
    try (VendorClients clients = new VendorClients(names(true, INSIDE, ELSEWHERE))) {
      assertThatThrownBy(() -> ask(client(clients, url()))).isInstanceOf(ModelFailure.class);
    }
    assertThat(vendor.received()).hasSize(1);
  }

  @Test
  void theNameIsWhatTlsIsSpokenTo() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByAddress(INSIDE));
        VendorClients clients = new VendorClients(names(true, INSIDE, METADATA))) {
      CompletableFuture<String> hello = new CompletableFuture<>();
      Thread.ofVirtual().start(() -> hello.complete(firstRecord(server)));
      String address = "https://models.test:" + server.getLocalPort() + "/v1";
      ModelFailure failure =
          catchThrowableOfType(ModelFailure.class, () -> ask(client(clients, address)));
      assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
      assertThat(hello.get(5, TimeUnit.SECONDS))
          .as("the server's name, and no key in the open")
          .contains("models.test")
          .doesNotContain("sk-secret");
    }
  }

  /** A ClientHello; the server then hangs up. */
  private static String firstRecord(ServerSocket server) {
    try (Socket socket = server.accept()) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      in.skipNBytes(3);
      byte[] record = in.readNBytes(in.readUnsignedShort());
      return new String(record, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
