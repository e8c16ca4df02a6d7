package app.madang.functions.chat;

import static app.madang.functions.chat.ToolActions.allow;
import static app.madang.functions.chat.ToolActions.audited;
import static app.madang.functions.chat.ToolActions.conversation;
import static app.madang.functions.chat.ToolActions.tool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.runtime.Sealer;
import app.madang.runtime.Transactions;
import app.madang.runtime.data.CallerTransactions;
import app.madang.runtime.outbound.PinnedSockets;
import app.madang.testing.FunctionServer;
import app.madang.testing.vendors.Script;
import app.madang.toolbox.ToolAction;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where tools may call, however an address is written and whatever was changed. */
class ActionAddressesIT extends ActingTools {

  private static FunctionServer strict;

  @BeforeAll
  static void outside() {
    Map<String, String> outside = new HashMap<>(environment);
    outside.put("ACTION_PRIVATE_ADDRESSES", "false");
    strict = Platform.serve(outside);
  }

  /** The address that was checked is the one that is called, and each call checks anew. */
  @Test
  void aNameThatMovesIntoTheOwnNetworkIsNotFollowed() throws Exception {
    Queue<String> inside = new ConcurrentLinkedQueue<>();
    InetAddress forbidden = InetAddress.getByName("127.0.0.2");
    HttpServer secret =
        HttpServer.create(new InetSocketAddress(forbidden, remote.getAddress().getPort()), 0);
    secret.createContext("/", exchange -> inside.add(exchange.getRequestURI().toString()));
    secret.start();
    String moving = "moves.example:" + remote.getAddress().getPort();
    allow(moving);
    AtomicInteger lookups = new AtomicInteger();
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    // loopback stands for the internet here, its neighbour for the company's network
    PinnedSockets sockets =
        new PinnedSockets(
            (SSLSocketFactory) SSLSocketFactory.getDefault(),
            loopback::equals,
            name -> new InetAddress[] {lookups.getAndIncrement() == 0 ? loopback : forbidden});
    DataSource source =
        new DriverManagerDataSource(
            Platform.STACK.jdbcUrl(), "postgres", Platform.STACK.password());
    try (ActionDoor door =
        new ActionDoor(
            new Transactions(new CallerTransactions(source)),
            JdbcClient.create(source),
            Sealer.fromKeyset(System.getProperty("SEALING_KEYSET")),
            true,
            sockets)) {
      ToolAction weather = action(OPEN_SOURCE, "weather", "GET", "http://" + moving, "/weather");
      JsonNode arguments = JsonMapper.shared().readTree("{\"city\":\"x\"}");
      assertThat(door.call(weather, arguments).status()).isEqualTo("200");
      assertThat(lookups).hasValue(1);
      assertThatThrownBy(() -> door.call(weather, arguments)).hasMessage("private_address");
    } finally {
      secret.stop(0);
    }
    assertThat(REACHED).hasSize(1);
    assertThat(inside).isEmpty();
  }

  @Test
  void aRedirectIsNotFollowed() {
    obeys(Script.calls("moved", "{}"));
    Client person = Platform.at(server, "acts-moved");
    UUID tool = tool(new UUID[0], action("moved", "GET", "http://" + host(), "/moved"));
    AnswerReader reader = person.ask(conversation(person, tool), "가 봐");
    reader.all();
    assertThat(audited(reader.answerId())).isEqualTo("refused redirect f");
    assertThat(REACHED).hasSize(1);
  }

  /** All on the list of allowed hosts: the address itself is what is refused. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1",
        "https://localhost",
        "https://2130706433",
        "https://0.0.0.0",
        "https://[::1]",
        "https://[::ffff:127.0.0.1]",
        "https://[::ffff:a9fe:a9fe]",
        "https://169.254.169.254",
        "https://100.100.100.200",
        "https://10.0.0.1",
        "https://[fd00:ec2::254]",
        "https://[64:ff9b::7f00:1]",
        "https://[2002:7f00:1::]"
      })
  void noPrivateAddressIsReachedHoweverItIsWritten(String base) {
    // a secret is bound to its host, and without one nothing but the address stands in the way
    ToolAction action = action(OPEN_SOURCE, "weather", "GET", base, "/weather");
    allow(action.host());
    obeys(Script.calls("weather", "{\"city\":\"x\"}"));
    Client person = Platform.at(strict, "acts-strict");
    AnswerReader reader = person.ask(conversation(person, tool(new UUID[0], action)), "날씨는?");
    reader.all();
    assertThat(audited(reader.answerId())).isEqualTo("refused private_address f");
    assertThat(reader.answer().path("status").asString()).isEqualTo("complete");
  }

  @Test
  void aPinThatWasChangedIsNotCalled() {
    ToolAction whole = action("weather", "GET", "http://" + host(), "/weather");
    String changed = whole.json().replace("/weather", "/other");
    obeys(Script.calls("weather", "{}"));
    Client person = Platform.at(server, "acts-changed");
    UUID tool = tool(new UUID[0], ToolAction.one(changed));
    AnswerReader reader = person.ask(conversation(person, tool), "날씨는?");
    reader.all();
    assertThat(audited(reader.answerId())).isEqualTo("refused changed f");
    assertThat(REACHED).isEmpty();
  }
}
