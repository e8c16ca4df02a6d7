package app.madang.models.setup;

import app.madang.models.catalogue.Policy;
import app.madang.models.setup.CatalogueFile.ModelEntry;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was changed of what is set up, newest first, each with what was there before. */
public final class SetupLog {

  private static final String PAGE =
      """
      SELECT c.id, c.at, u.name AS by, c.action, c.kind, c.subject, c.body::text AS body,
             b.action AS action_before, b.body::text AS body_before
        FROM models.changes c
        LEFT JOIN identity.users u ON u.id = c.actor_id
        LEFT JOIN LATERAL (
          SELECT p.action, p.body FROM models.changes p
           WHERE p.kind = c.kind AND p.subject = c.subject AND p.id < c.id
           ORDER BY p.id DESC LIMIT 1) b ON true
       WHERE c.id < ? ORDER BY c.id DESC LIMIT ?
      """;

  /** Says nothing to people: what it is of stands beside it, and when it was saved. */
  private static final Set<String> UNTOLD = Set.of("id", "epoch");

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final CatalogueFile shipped;
  private final EnvironmentModels environment = EnvironmentModels.read();

  /** Over the database. */
  public SetupLog(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
    this.shipped = CatalogueFile.shipped(json);
  }

  /** What happened. */
  public enum Action {
    /** It is new. */
    ADDED,
    /** It was there, or ships. */
    CHANGED,
    /** It is as it ships again. */
    RESET,
    /** It is gone. */
    REMOVED
  }

  /** A value before and after; null where there was none. */
  public record Field(String field, @Nullable String from, @Nullable String to) {}

  /**
   * A change.
   *
   * @param by who; null when the person is gone
   * @param kind of what, in the words of the database
   * @param subject its id; of a key its provider, of a pattern its name
   * @param name as people know it; null where that is not known or the id
   * @param fields what differs; empty of a whole model or provider that came or went
   */
  public record Line(
      UUID id,
      Instant at,
      @Nullable String by,
      String kind,
      String subject,
      @Nullable String name,
      Action action,
      List<Field> fields) {}

  /** Reads those before one, inside a transaction of an administrator. */
  public List<Line> before(UUID id, int limit) {
    return jdbc.sql(PAGE).params(id, limit).query((row, n) -> line(row)).list();
  }

  private Line line(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    String subject = row.getString("subject");
    JsonNode body = read(row.getString("body"));
    JsonNode ships = ships(kind, subject);
    boolean removed = row.getString("action").equals("removed");
    boolean there = "put".equals(row.getString("action_before"));
    JsonNode before = there ? read(row.getString("body_before")) : ships;
    Action action =
        removed
            ? ships == null ? Action.REMOVED : Action.RESET
            : there || ships != null ? Action.CHANGED : Action.ADDED;
    List<Field> fields =
        switch (action) {
          case CHANGED -> differences(before, body);
          case RESET -> differences(body, ships);
          case ADDED -> kind.equals("PATTERN") ? differences(null, body) : List.<Field>of();
          case REMOVED -> List.<Field>of();
        };
    return new Line(
        row.getObject("id", UUID.class),
        row.getTimestamp("at").toInstant(),
        row.getString("by"),
        kind,
        subject,
        name(body, ships),
        action,
        fields);
  }

  private @Nullable JsonNode read(@Nullable String text) {
    return text == null ? null : json.readTree(text);
  }

  private static @Nullable String name(@Nullable JsonNode body, @Nullable JsonNode ships) {
    return Stream.of(
            body == null ? "" : body.path("name").asString(""),
            ships == null ? "" : ships.path("name").asString(""))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(null);
  }

  /** What is there when nobody changed it; a policy's models then follow from all there are. */
  private @Nullable JsonNode ships(String kind, String subject) {
    Object found =
        switch (kind) {
          case "PROVIDER" ->
              Stream.concat(shipped.providers().stream(), environment.provider().stream())
                  .filter(provider -> provider.id().equals(subject))
                  .findFirst()
                  .orElse(null);
          case "MODEL" ->
              Stream.concat(
                      shipped.models().stream().map(ModelEntry::model),
                      environment.models().stream())
                  .filter(model -> model.id().equals(subject))
                  .findFirst()
                  .map(ModelEntry::of)
                  .orElse(null);
          case "DEFAULT" -> Map.of("model", Policy.BEST.code());
          case "CACHE" -> CacheRule.OFF;
          case "POLICY" -> Map.of("enabled", true);
          default -> null;
        };
    return found == null ? null : json.valueToTree(found);
  }

  private static List<Field> differences(@Nullable JsonNode before, @Nullable JsonNode after) {
    Map<String, String> from = leaves(before);
    Map<String, String> to = leaves(after);
    Set<String> names = new TreeSet<>(from.keySet());
    names.addAll(to.keySet());
    List<Field> found = new ArrayList<>();
    for (String name : names) {
      if (!String.valueOf(from.get(name)).equals(String.valueOf(to.get(name)))) {
        found.add(new Field(name, from.get(name), to.get(name)));
      }
    }
    return found;
  }

  private static Map<String, String> leaves(@Nullable JsonNode node) {
    Map<String, String> leaves = new TreeMap<>();
    if (node != null) {
      gather(node, "", leaves);
    }
    return leaves;
  }

  private static void gather(JsonNode node, String path, Map<String, String> leaves) {
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      JsonNode value = each.getValue();
      if (value.isObject()) {
        gather(value, path + each.getKey() + ".", leaves);
      } else if (!value.isNull() && !UNTOLD.contains(each.getKey())) {
        leaves.put(path + each.getKey(), text(value, each.getKey()));
      }
    }
  }

  private static String text(JsonNode value, String name) {
    if (value.isArray()) {
      Stream<String> all = value.valueStream().map(JsonNode::asString);
      // of models the order says who is asked first; what a model reads has none
      return (name.equals("reads") ? all.sorted() : all).collect(Collectors.joining(", "));
    }
    return value.isNumber() ? plain(value.decimalValue()) : value.asString();
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
