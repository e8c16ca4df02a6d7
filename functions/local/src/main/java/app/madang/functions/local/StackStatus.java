package app.madang.functions.local;

import app.madang.testing.Person;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What runs, where, and why something does not. */
record StackStatus(
    boolean ready,
    String step,
    StackPorts ports,
    Map<String, FunctionDoor> doors,
    Map<String, String> missing) {

  String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("ready", ready);
    all.put("reason", step);
    all.put("site", ports.siteOrigin());
    all.put("api", ports.siteOrigin() + "/v1");
    all.put("openai", ports.siteOrigin() + "/openai/v1");
    all.put("issuer", ports.issuerUrl());
    all.put("storage", ports.storageOrigin());
    all.put("database", "postgresql://127.0.0.1:" + ports.postgres() + "/madang");
    all.put("redis", "redis://127.0.0.1:" + ports.valkey());
    all.put("pubsub", "127.0.0.1:" + ports.pubSub());
    all.put("functions", functions());
    all.put("people", Arrays.stream(Person.values()).map(Person::id).toList());
    return JsonMapper.shared().writeValueAsString(all);
  }

  private Map<String, Object> functions() {
    Map<String, Object> functions = new LinkedHashMap<>();
    doors.forEach(
        (name, door) ->
            functions.put(
                name,
                Map.of(
                    "url", ports.functionUrl(name),
                    "state", door.process().state().name().toLowerCase(Locale.ROOT),
                    "reason", door.process().reason())));
    missing.forEach(
        (name, reason) ->
            functions.putIfAbsent(name, Map.of("url", "", "state", "missing", "reason", reason)));
    return functions;
  }

  /** The table that {@code up} ends with. */
  String table() {
    StringBuilder text = new StringBuilder("\n");
    row(text, "Site", ports.siteOrigin());
    row(text, "API", ports.siteOrigin() + "/v1");
    row(text, "OpenAI API", ports.siteOrigin() + "/openai/v1");
    row(text, "Sign-in", ports.issuerUrl());
    row(text, "Storage", ports.storageOrigin());
    row(text, "PostgreSQL", "postgresql://127.0.0.1:" + ports.postgres() + "/madang");
    row(text, "Valkey", "redis://127.0.0.1:" + ports.valkey());
    row(text, "Pub/Sub", "127.0.0.1:" + ports.pubSub());
    text.append('\n');
    doors.forEach(
        (name, door) ->
            row(
                text,
                name,
                ports.functionUrl(name)
                    + "  "
                    + door.process().state().name().toLowerCase(Locale.ROOT)
                    + (door.process().reason().isEmpty() ? "" : ": " + door.process().reason())));
    text.append('\n');
    for (Person person : Person.values()) {
      row(text, person.id(), person.displayName() + " · " + person.englishName());
    }
    missing.forEach((name, reason) -> row(text, "(" + name + ")", reason));
    return text.toString();
  }

  private static void row(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "  %-12s %s%n", name, value));
  }

  static List<String> people() {
    return Arrays.stream(Person.values()).map(Person::id).toList();
  }
}
