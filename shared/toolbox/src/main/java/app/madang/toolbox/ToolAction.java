package app.madang.toolbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * An operation of an HTTP API, or a tool of an MCP server, that a tool may call, whole, as it was
 * when the tool's maker picked it.
 *
 * @param source the API's name, for people
 * @param name what a model calls it by
 * @param method upper case; {@code MCP} for a tool of a server
 * @param path behind the base address, with {@code {parameters}}; or the name that a server has for
 *     its tool
 * @param schema a JSON Schema of its arguments
 * @param places where each argument goes: {@code path}, {@code query}, {@code body} or {@code tool}
 * @param writing whether it may change something there
 * @param personalFields arguments that may carry private values in clear
 * @param hash of all that decides what is called and how a model is told of it
 * @param mcp what was pinned of a server's tool; null for an operation over HTTP
 */
public record ToolAction(
    UUID id,
    UUID sourceId,
    String source,
    String name,
    @Nullable String description,
    String method,
    String baseUrl,
    String path,
    String schema,
    Map<String, String> places,
    boolean writing,
    List<String> personalFields,
    String hash,
    @Nullable McpPin mcp) {

  /**
   * What holds a server to what its tool was.
   *
   * @param version the revision that the server spoke
   * @param readOnlyHint whether it said that its tool only reads
   * @param definition the hash of the whole definition
   */
  public record McpPin(String version, boolean readOnlyHint, String definition) {}

  private static final TypeReference<List<ToolAction>> LIST = new TypeReference<>() {};
  private static final JsonMapper JSON = new JsonMapper();

  /** Keeps its own copies, in a fixed order. */
  public ToolAction {
    places = java.util.Collections.unmodifiableMap(new TreeMap<>(places));
    personalFields = List.copyOf(personalFields);
  }

  /** Actions as they are kept. */
  public static List<ToolAction> read(String json) {
    return json.equals("[]") ? List.of() : JSON.readValue(json, LIST);
  }

  /** How actions are kept. */
  public static String write(List<ToolAction> actions) {
    return actions.isEmpty() ? "[]" : JSON.writeValueAsString(actions);
  }

  /** One action as it is kept. */
  public static ToolAction one(String json) {
    return JSON.readValue(json, ToolAction.class);
  }

  /** How one action is kept. */
  public String json() {
    return JSON.writeValueAsString(this);
  }

  /** The same, whether it writes and what it may carry in clear decided anew. */
  public ToolAction with(boolean writes, List<String> personal) {
    return as(id, writes, personal);
  }

  /** The same in place of another, with its id. */
  public ToolAction as(UUID other, boolean writes, List<String> personal) {
    return new ToolAction(
            other,
            sourceId,
            source,
            name,
            description,
            method,
            baseUrl,
            path,
            schema,
            places,
            writes,
            personal,
            "",
            mcp)
        .hashed();
  }

  /** The same with its hash. */
  public ToolAction hashed() {
    List<Object> all =
        new ArrayList<>(
            List.of(
                id,
                name,
                description == null ? "" : description,
                method,
                baseUrl,
                path,
                schema,
                places,
                writing,
                personalFields));
    if (mcp != null) {
      all.add(mcp.definition());
    }
    return new ToolAction(
        id,
        sourceId,
        source,
        name,
        description,
        method,
        baseUrl,
        path,
        schema,
        places,
        writing,
        personalFields,
        sha256(JSON.writeValueAsString(all)),
        mcp);
  }

  /** Whether it is what was hashed. */
  public boolean isWhole() {
    return hashed().hash().equals(hash);
  }

  /** Whether it may count as reading: a server's tool only when its server says so, too. */
  public boolean mayRead() {
    return mcp == null || mcp.readOnlyHint();
  }

  /** Where it goes behind the host, for people. */
  public String shownPath() {
    return mcp == null ? path : URI.create(baseUrl).getRawPath() + "#" + path;
  }

  /** The host as the list of allowed ones names it. */
  public String host() {
    return host(URI.create(baseUrl));
  }

  /** A host with its port where that is not the usual one. */
  public static String host(URI address) {
    String name = address.getHost().toLowerCase(java.util.Locale.ROOT);
    int usual = "https".equals(address.getScheme()) ? 443 : 80;
    return address.getPort() == -1 || address.getPort() == usual
        ? name
        : name + ":" + address.getPort();
  }

  /** What a source's secret is sealed to: it opens for no other host. */
  public static String secretContext(UUID source, String host) {
    return "toolbox.action_sources/" + source + "/" + host;
  }

  /** The SHA-256 of a text, in hexadecimal. */
  public static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
