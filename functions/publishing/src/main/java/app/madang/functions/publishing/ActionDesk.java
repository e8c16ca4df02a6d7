package app.madang.functions.publishing;

import app.madang.contracts.ProblemCode;
import app.madang.identity.Role;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Sealer;
import app.madang.runtime.Settings;
import app.madang.runtime.Transactions;
import app.madang.runtime.outbound.PublicAddress;
import app.madang.toolbox.ToolAction;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * What tools may call outside: administrators bring APIs and MCP servers in and say which hosts are
 * allowed.
 */
final class ActionDesk {

  private static final String HOST = "[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:\\d{1,5})?";

  private static final String ALL =
      """
      SELECT s.id, s.kind, s.name, s.base_url, s.header, s.version, s.renewed_at, s.created_at, a.definition
        FROM toolbox.action_sources s JOIN toolbox.actions a ON a.source_id = s.id
       ORDER BY s.id, a.id
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Sealer sealer;
  private final JsonMapper json;
  private final boolean privateAllowed =
      Settings.optional("ACTION_PRIVATE_ADDRESSES").filter("true"::equals).isPresent();
  private final McpTools servers;

  ActionDesk(Transactions transactions, JdbcClient jdbc, Sealer sealer, JsonMapper json) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.sealer = sealer;
    this.json = json;
    this.servers = new McpTools(json, privateAllowed);
  }

  record Secret(
      @NotNull @Pattern(regexp = "[A-Za-z][A-Za-z0-9-]{0,59}") String header,
      @NotBlank @Size(max = 2_000) @Pattern(regexp = "[ -~]+") String value) {

    /** Whatever prints it, the secret is not in it. */
    @Override
    public String toString() {
      return "Secret[" + header + "]";
    }
  }

  record CreateActionSource(
      @Nullable Kind kind,
      @NotBlank @Size(max = 60) String name,
      @Nullable @Size(max = 300) String baseUrl,
      @Nullable @Size(max = 1_000_000) String document,
      @Nullable @Valid Secret secret,
      @Nullable @Size(min = 8, max = 64) String idempotencyKey) {}

  /** What a source is. */
  enum Kind {
    @JsonProperty("openapi")
    OPENAPI,
    @JsonProperty("mcp")
    MCP;

    private String kept() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String kept) {
      return valueOf(kept.toUpperCase(Locale.ROOT));
    }
  }

  record SourceId(@NotNull UUID sourceId) {}

  /**
   * What an administrator says of an action.
   *
   * @param hash of the action as it was when they looked; null for whatever it is
   */
  record SetAction(
      @NotNull UUID sourceId,
      @NotNull UUID actionId,
      @NotNull Boolean writing,
      @Nullable @Size(max = 20) List<@NotBlank @Size(max = 100) String> personalFields,
      @Nullable @Size(max = 100) String hash) {}

  record ListSources() {}

  record Source(
      UUID id,
      String kind,
      String name,
      String baseUrl,
      String host,
      boolean hostAllowed,
      @Nullable String secretHeader,
      List<ActionLine> actions,
      int version,
      @Nullable Instant renewedAt,
      Instant createdAt) {}

  record SourceList(List<Source> items) {}

  record GetHosts() {}

  record HostList(List<String> hosts) {}

  record PutHosts(@NotNull @Size(max = 200) List<@NotNull @Pattern(regexp = HOST) String> hosts) {}

  SourceList list(ListSources input) {
    Role.require(Role.BUILDER, Role.ADMIN);
    return transactions.read(this::sources);
  }

  private SourceList sources() {
    List<String> allowed = hosts();
    Map<UUID, Source> found = new LinkedHashMap<>();
    jdbc.sql(ALL)
        .query(
            row -> {
              ToolAction action = ToolAction.one(row.getString("definition"));
              String url = row.getString("base_url");
              String host = ToolAction.host(URI.create(url));
              UUID id = row.getObject("id", UUID.class);
              if (!found.containsKey(id)) {
                found.put(
                    id,
                    new Source(
                        id,
                        row.getString("kind"),
                        row.getString("name"),
                        url,
                        host,
                        allowed.contains(host),
                        row.getString("header"),
                        new ArrayList<>(),
                        row.getInt("version"),
                        Columns.instant(row, "renewed_at"),
                        java.util.Objects.requireNonNull(Columns.instant(row, "created_at"))));
              }
              found.get(id).actions().add(ActionLine.of(action));
            });
    return new SourceList(List.copyOf(found.values()));
  }

  Source create(CreateActionSource input) {
    Role.require(Role.ADMIN);
    Kind kind = input.kind() == null ? Kind.OPENAPI : input.kind();
    UUID id = UUID.randomUUID();
    String name = input.name().strip();
    Secret secret = input.secret();
    List<ToolAction> actions = read(kind, id, name, input.baseUrl(), input.document(), secret);
    URI base = URI.create(actions.getFirst().baseUrl());
    byte[] sealed =
        secret == null
            ? null
            : sealer.seal(
                secret.value().getBytes(StandardCharsets.UTF_8),
                ToolAction.secretContext(id, ToolAction.host(base)));
    return transactions.call(
        () -> {
          jdbc.sql(
                  "INSERT INTO toolbox.action_sources (id, kind, name, base_url, header, sealed)"
                      + " VALUES (:id, :kind, :name, :url, CAST(:header AS text), CAST(:sealed AS bytea))")
              .param("id", id)
              .param("kind", kind.kept())
              .param("name", name)
              .param("url", base.toString())
              .param("header", secret == null ? null : secret.header())
              .param("sealed", sealed)
              .update();
          for (ToolAction action : actions) {
            jdbc.sql("INSERT INTO toolbox.actions (id, source_id, definition) VALUES (?, ?, ?)")
                .params(action.id(), id, action.json())
                .update();
          }
          note("source.added", id, Map.of("actions", actions.size()));
          return one(id);
        });
  }

  /**
   * What a source says that tools may call.
   *
   * @throws ProblemException at the field that is wrong
   */
  List<ToolAction> read(
      Kind kind,
      UUID id,
      String name,
      @Nullable String baseUrl,
      @Nullable String document,
      @Nullable Secret secret) {
    return kind == Kind.MCP
        ? tools(id, name, baseUrl, document, secret)
        : operations(id, name, baseUrl, document);
  }

  private List<ToolAction> operations(
      UUID id, String name, @Nullable String baseUrl, @Nullable String text) {
    OpenApiDocument document = OpenApiDocument.read(text == null ? "" : text, json);
    String stated = baseUrl == null ? document.server() : baseUrl;
    return document.actions(
        id, name, address(stated == null ? null : stated.strip().replaceAll("/+$", "")));
  }

  /** Nobody is asked, and nobody is told the secret, before the host is allowed. */
  private List<ToolAction> tools(
      UUID id,
      String name,
      @Nullable String baseUrl,
      @Nullable String document,
      @Nullable Secret secret) {
    if (document != null) {
      throw ProblemException.field("document", Words.of("mcp.document"));
    }
    URI address = address(baseUrl == null ? null : baseUrl.strip());
    if (!transactions.read(this::hosts).contains(ToolAction.host(address))) {
      throw ProblemException.field("baseUrl", Words.of("mcp.host"));
    }
    Map<String, String> headers =
        secret == null ? Map.of() : Map.of(secret.header(), secret.value());
    return servers.actions(id, name, address, headers);
  }

  void delete(SourceId input) {
    Role.require(Role.ADMIN);
    transactions.run(
        () -> {
          note("source.removed", input.sourceId(), Map.of());
          int gone =
              jdbc.sql("DELETE FROM toolbox.action_sources WHERE id = ?")
                  .param(input.sourceId())
                  .update();
          if (gone == 0) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
          }
        });
  }

  Source set(SetAction input) {
    Role.require(Role.ADMIN);
    return transactions.call(
        () -> {
          // whoever renews holds it as well: what is read below is what it is when it is written
          lock(input.sourceId());
          ToolAction action =
              jdbc.sql("SELECT definition FROM toolbox.actions WHERE id = ? AND source_id = ?")
                  .params(input.actionId(), input.sourceId())
                  .query(String.class)
                  .optional()
                  .map(ToolAction::one)
                  .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
          if (input.hash() != null && !input.hash().equals(action.hash())) {
            throw new ProblemException(ProblemCode.CONFLICT);
          }
          if (!input.writing() && !action.mayRead()) {
            throw ProblemException.field("writing", Words.of("mcp.writing"));
          }
          List<String> personal =
              input.personalFields() == null ? List.of() : input.personalFields();
          jdbc.sql("UPDATE toolbox.actions SET definition = ? WHERE id = ?")
              .params(action.with(input.writing(), personal).json(), action.id())
              .update();
          note(
              "action.set",
              input.sourceId(),
              Map.of(
                  "name", action.name(), "writing", input.writing(), "personalFields", personal));
          return one(input.sourceId());
        });
  }

  /**
   * Lets nobody else change a source's actions until the caller's transaction ends.
   *
   * @return how often it was read
   * @throws ProblemException not_found when it is not there
   */
  int lock(UUID source) {
    return jdbc.sql("SELECT version FROM toolbox.action_sources WHERE id = ? FOR UPDATE")
        .param(source)
        .query(Integer.class)
        .optional()
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  HostList hosts(GetHosts input) {
    Role.require(Role.BUILDER, Role.ADMIN);
    return transactions.read(() -> new HostList(hosts()));
  }

  HostList putHosts(PutHosts input) {
    Role.require(Role.ADMIN);
    return transactions.call(
        () -> {
          jdbc.sql("DELETE FROM toolbox.action_hosts").update();
          jdbc.sql("INSERT INTO toolbox.action_hosts SELECT DISTINCT unnest(CAST(? AS text[]))")
              .param(input.hosts().toArray(String[]::new))
              .update();
          note("hosts.put", null, Map.of("hosts", hosts()));
          return new HostList(hosts());
        });
  }

  /**
   * Whole definitions of what a maker picked, as they are now; inside the caller's transaction.
   *
   * @param kept what the tool has: it stays as it is where its source is gone or not the caller's
   * @throws ProblemException not_found when one is not there, or two have one name
   */
  List<ToolAction> pick(List<UUID> ids, List<ToolAction> kept) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<ToolAction> now =
        jdbc
            .sql("SELECT definition FROM toolbox.actions WHERE id = ANY (?) ORDER BY id")
            .param(ids.toArray(UUID[]::new))
            .query(String.class)
            .list()
            .stream()
            .map(ToolAction::one)
            .toList();
    Map<UUID, ToolAction> known = new LinkedHashMap<>();
    kept.stream().filter(one -> ids.contains(one.id())).forEach(one -> known.put(one.id(), one));
    now.forEach(one -> known.put(one.id(), one));
    List<ToolAction> found = List.copyOf(known.values());
    if (found.size() < ids.size()) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
    if (found.stream().map(ToolAction::name).distinct().count() < found.size()) {
      throw ProblemException.field("actionIds", Words.of("actions.names"));
    }
    return found;
  }

  private List<String> hosts() {
    return jdbc.sql("SELECT host FROM toolbox.action_hosts ORDER BY host")
        .query(String.class)
        .list();
  }

  /** Who changes what; in the transaction of the change. */
  void note(String change, @Nullable UUID source, Map<String, Object> detail) {
    jdbc.sql(
            """
            INSERT INTO toolbox.action_changes (change, source_id, source, detail)
            VALUES (:change, CAST(:source AS uuid), (SELECT name FROM toolbox.action_sources WHERE id = CAST(:source AS uuid)),
              CAST(:detail AS jsonb))
            """)
        .param("change", change)
        .param("source", source)
        .param("detail", json.writeValueAsString(detail))
        .update();
  }

  /** A source with its actions; inside the caller's transaction. */
  Source one(UUID id) {
    return sources().items().stream()
        .filter(source -> source.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  /** Looked up again for every call, which then goes to the very address that was checked. */
  private URI address(@Nullable String text) {
    try {
      URI uri = new URI(text == null ? "" : text);
      String scheme = String.valueOf(uri.getScheme());
      boolean plain = uri.getRawUserInfo() == null && uri.getRawQuery() == null;
      if (uri.getHost() != null
          && plain
          && uri.getRawFragment() == null
          && (scheme.equals("https") || scheme.equals("http") && privateAllowed)) {
        for (InetAddress each : InetAddress.getAllByName(bare(uri.getHost()))) {
          if (!(privateAllowed ? PublicAddress.orPrivate(each) : PublicAddress.is(each))) {
            throw ProblemException.field("baseUrl", Words.of("address.private"));
          }
        }
        return uri;
      }
    } catch (URISyntaxException | UnknownHostException e) {
      // told below
    }
    throw ProblemException.field("baseUrl", Words.of("address.form"));
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
