package app.madang.functions.chat;

import app.madang.runtime.Sealer;
import app.madang.runtime.Transactions;
import app.madang.runtime.outbound.OutboundRefused;
import app.madang.runtime.outbound.PinnedSockets;
import app.madang.runtime.outbound.PublicAddress;
import app.madang.runtime.outbound.WebAnswer;
import app.madang.runtime.outbound.WebDoor;
import app.madang.toolbox.RemoteTool;
import app.madang.toolbox.RemoteTools;
import app.madang.toolbox.ToolAction;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Calls what was pinned, at hosts that are allowed now, over a connection to the very address that
 * was checked. Redirects are not followed; of the caller nothing is passed on; the source's secret
 * opens for its own host alone.
 */
final class ActionDoor implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final int MOST_BYTES = 256 << 10;

  private static final String SOURCE =
      """
      SELECT header, sealed FROM toolbox.action_sources
       WHERE id = ? AND EXISTS (SELECT FROM toolbox.action_hosts WHERE host = ?)
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Sealer sealer;
  private final boolean privateAllowed;
  private final PinnedSockets sockets;
  private final WebDoor door;

  ActionDoor(Transactions transactions, JdbcClient jdbc, Sealer sealer, boolean privateAllowed) {
    this(
        transactions,
        jdbc,
        sealer,
        privateAllowed,
        new PinnedSockets(
            (SSLSocketFactory) SSLSocketFactory.getDefault(),
            privateAllowed ? PublicAddress::orPrivate : PublicAddress::is,
            InetAddress::getAllByName));
  }

  /** Over connections of this kind, whatever addresses they let in. */
  ActionDoor(
      Transactions transactions,
      JdbcClient jdbc,
      Sealer sealer,
      boolean privateAllowed,
      PinnedSockets sockets) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.sealer = sealer;
    this.privateAllowed = privateAllowed;
    this.sockets = sockets;
    this.door = new WebDoor(sockets);
  }

  /**
   * What came back.
   *
   * @param status HTTP's, or {@code ok} and {@code error} of an MCP server
   * @param wrong a stable code when it went wrong there
   */
  record Reply(String status, @Nullable String wrong, String text) {}

  private record Source(@Nullable String header, byte @Nullable [] sealed) {}

  /** Refuses a host that is not allowed, before anybody is asked to allow the call. */
  void mustBeAllowed(ToolAction action) {
    source(action);
  }

  /**
   * Calls it.
   *
   * @param arguments that fit its schema
   * @throws OutboundRefused when it was not called or did not end well
   */
  Reply call(ToolAction action, JsonNode arguments) {
    Source source = source(action);
    if (action.baseUrl().startsWith("http:") && !privateAllowed) {
      throw new OutboundRefused("not_web");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    byte[] sealed = source.sealed();
    if (source.header() != null && sealed != null) {
      headers.put(source.header(), opened(action, sealed));
    }
    ToolAction.McpPin pin = action.mcp();
    return pin == null
        ? operation(action, headers, arguments)
        : tool(action, pin, headers, arguments);
  }

  private Reply operation(ToolAction action, Map<String, String> headers, JsonNode arguments) {
    URI target = target(action, arguments);
    headers.put("Accept", "application/json, text/*;q=0.5");
    headers.put("User-Agent", "Madang");
    JsonNode body = arguments.path("body");
    boolean sends = "body".equals(action.places().get("body")) && !body.isMissingNode();
    if (sends) {
      headers.put("Content-Type", "application/json");
    }
    byte[] bytes =
        sends
            ? body.toString().getBytes(StandardCharsets.UTF_8)
            : action.method().equals("GET") ? null : new byte[0];
    ByteArrayOutputStream into = new ByteArrayOutputStream();
    WebAnswer answer = door.send(action.method(), target, headers, bytes, LIMIT, MOST_BYTES, into);
    int status = answer.status();
    if (status / 100 == 3) {
      throw new OutboundRefused("redirect");
    }
    return new Reply(
        Integer.toString(status),
        status / 100 == 2 ? null : "status_" + status,
        into.toString(StandardCharsets.UTF_8));
  }

  /** A server that defines its tool otherwise than when it was pinned is not called. */
  private Reply tool(
      ToolAction action, ToolAction.McpPin pin, Map<String, String> headers, JsonNode arguments) {
    URI target = URI.create(action.baseUrl());
    try (RemoteTools server = RemoteTools.at(door, target, headers, LIMIT, pin.version())) {
      RemoteTool tool =
          server.list().stream()
              .filter(one -> one.name().equals(action.path()))
              .filter(one -> one.hash().equals(pin.definition()))
              .findFirst()
              .orElseThrow(() -> new OutboundRefused("changed"));
      RemoteTools.Result result = server.call(tool, arguments);
      return result.wrong()
          ? new Reply("error", "tool_error", result.text())
          : new Reply("ok", null, result.text());
    }
  }

  private Source source(ToolAction action) {
    if (!action.isWhole()) {
      throw new OutboundRefused("changed");
    }
    return transactions
        .read(
            () ->
                jdbc.sql(SOURCE)
                    .params(action.sourceId(), action.host())
                    .query((row, n) -> new Source(row.getString(1), row.getBytes(2)))
                    .optional())
        .orElseThrow(() -> new OutboundRefused("host_not_allowed"));
  }

  private String opened(ToolAction action, byte[] sealed) {
    try {
      String context = ToolAction.secretContext(action.sourceId(), action.host());
      return new String(sealer.open(sealed, context), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new OutboundRefused("secret");
    }
  }

  /** An argument stays where it belongs, whatever is in it. */
  private static URI target(ToolAction action, JsonNode arguments) {
    String path = action.path();
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    for (Map.Entry<String, String> place : action.places().entrySet()) {
      JsonNode value = arguments.path(place.getKey());
      if (value.isMissingNode() || value.isNull()) {
        continue;
      }
      if (place.getValue().equals("path")) {
        String text = text(value);
        if (text.isEmpty() || text.equals(".") || text.equals("..")) {
          throw new OutboundRefused("arguments");
        }
        path = path.replace("{" + place.getKey() + "}", encoded(text));
      } else if (place.getValue().equals("query")) {
        for (JsonNode each : value.isArray() ? value : List.of(value)) {
          query.add(encoded(place.getKey()) + "=" + encoded(text(each)));
        }
      }
    }
    try {
      URI target = URI.create(action.baseUrl() + path + query);
      if (ToolAction.host(target).equals(action.host())) {
        return target;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw new OutboundRefused("arguments");
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asString() : value.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public void close() {
    sockets.close();
  }
}
