import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import tools.jackson.databind.JsonNode;

/**
 * The same files go into two collections: one in peace, one while ingestion and embedding are
 * killed. Nothing may differ.
 */
public final class KillIngestion {

  private static final int DOCUMENTS = 40;
  private static final int KILLS = 50;
  private static final Duration MOST_AFTER_LAST_KILL = Duration.ofSeconds(60);
  private static final List<String> VICTIMS = List.of("ingestion", "embedding");

  private static final String CHUNKS =
      """
      SELECT d.name, string_agg(p.ordinal || encode(p.content_hash, 'hex') || md5(p.text || p.location)
          || (v.passage_id IS NOT NULL) || coalesce(md5(v.embedding::text), '')
          || coalesce(CASE p.place WHEN 0 THEN (
               SELECT md5(string_agg(t.slot || encode(t.words, 'hex'), ',' ORDER BY t.slot))
               FROM knowledge.postings t WHERE t.block = p.block) END, ''), ',' ORDER BY p.ordinal),
        count(p.id)
      FROM knowledge.documents d
      JOIN knowledge.passages p ON p.document_id = d.id
      LEFT JOIN knowledge.vectors v ON v.passage_id = p.id
      WHERE d.collection_id = ? GROUP BY d.id
      """;

  private static final String STATISTICS =
      """
      SELECT (SELECT sum(s.passages) || ' ' || sum(s.length) FROM knowledge.corpus_deltas s
              WHERE s.collection = c.number) || ' '
        || (SELECT md5(string_agg(slot || ':' || bytes, ',' ORDER BY slot)) FROM (
              SELECT slot, sum(length(words)) AS bytes FROM knowledge.postings t
              WHERE t.collection = c.number GROUP BY slot) slots)
      FROM knowledge.collections c WHERE c.id = ?
      """;

  private final KilledStack stack;
  private final Random random;

  private KillIngestion(KilledStack stack, Random random) {
    this.stack = stack;
    this.random = random;
  }

  /** Arguments: the repository, then {@code --data DIR} of a running stack, {@code --seed N}. */
  public static void main(String[] args) throws Exception {
    KilledStack.test(args, (stack, random) -> new KillIngestion(stack, random).compare());
  }

  private boolean compare() throws Exception {
    List<byte[]> files = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      files.add(i % 4 == 3 ? word(i) : text(i).getBytes(StandardCharsets.UTF_8));
    }
    String calm = collection("calm");
    for (int i = 0; i < files.size(); i++) {
      upload(calm, i, files.get(i));
    }
    awaitReady(calm);
    String chaos = collection("chaos");
    try (RandomKills killer = RandomKills.start(stack, random, VICTIMS, KILLS)) {
      for (int i = 0; i < files.size(); i++) {
        // there is work in hand at every kill
        for (int wait = 0; wait < 60 && killer.killed() < i * KILLS / DOCUMENTS; wait++) {
          Thread.sleep(100);
        }
        upload(chaos, i, files.get(i));
      }
      killer.finish();
      awaitReady(chaos);
      Duration after = Duration.ofNanos(System.nanoTime() - killer.last());
      return verdict(calm, chaos, killer.killed(), after);
    }
  }

  private boolean verdict(String calm, String chaos, int killed, Duration after) throws Exception {
    Map<String, String> expected = chunks(calm);
    Map<String, String> found = chunks(chaos);
    boolean same = expected.equals(found) && expected.size() == DOCUMENTS;
    boolean counted = statistics(calm).equals(statistics(chaos));
    boolean enough = killed == KILLS;
    boolean inTime = after.compareTo(MOST_AFTER_LAST_KILL) <= 0;
    long passages = expected.values().stream().mapToLong(all -> all.split(",").length).sum();
    System.out.printf(
        "%d kills, %d documents, %d chunks: hashes %s, statistics %s, done %.1f s after the last kill%n",
        killed, DOCUMENTS, passages, same ? "equal" : "DIFFER", counted ? "equal" : "DIFFER", after.toMillis() / 1000.0);
    expected.forEach(
        (name, hashes) -> {
          if (!hashes.equals(found.get(name))) {
            System.out.println(name + " differs");
          }
        });
    return same && counted && inTime && enough;
  }

  private String collection(String name) throws Exception {
    return api("POST", "/collections", "{\"name\":\"%s %s\"}".formatted(name, UUID.randomUUID()))
        .path("id")
        .asString();
  }

  private void upload(String collection, int number, byte[] file) throws Exception {
    JsonNode session =
        api(
            "POST",
            "/collections/" + collection + "/documents",
            "{\"name\":\"file %d\",\"size\":%d,\"contentType\":\"application/octet-stream\"}"
                .formatted(number, file.length));
    JsonNode upload = session.path("upload");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(upload.path("url").asString()))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(file));
    upload.path("headers").properties().forEach(header -> request.header(header.getKey(), header.getValue().asString()));
    int status = stack.http().send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status >= 300) {
      throw new IllegalStateException("the storage answered " + status);
    }
  }

  private void awaitReady(String collection) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
    while (true) {
      JsonNode page = api("GET", "/collections/" + collection + "/documents?limit=100", "");
      Map<String, Long> states =
          page.path("items").valueStream()
              .collect(Collectors.groupingBy(item -> item.path("status").asString(), TreeMap::new, Collectors.counting()));
      if (states.getOrDefault("READY", 0L) == DOCUMENTS) {
        return;
      }
      if (System.nanoTime() > end || states.containsKey("FAILED")) {
        throw new IllegalStateException("not ready: " + states);
      }
      Thread.sleep(250);
    }
  }

  private JsonNode api(String method, String path, String body) throws Exception {
    return stack.ok("employee", method, path, body);
  }

  private Map<String, String> chunks(String collection) throws Exception {
    Map<String, String> chunks = new TreeMap<>();
    try (Connection database = database();
        PreparedStatement query = database.prepareStatement(CHUNKS)) {
      query.setObject(1, UUID.fromString(collection));
      ResultSet rows = query.executeQuery();
      while (rows.next()) {
        chunks.put(rows.getString(1), rows.getString(2));
      }
    }
    return chunks;
  }

  private String statistics(String collection) throws Exception {
    try (Connection database = database();
        PreparedStatement query = database.prepareStatement(STATISTICS)) {
      query.setObject(1, UUID.fromString(collection));
      ResultSet rows = query.executeQuery();
      rows.next();
      return String.valueOf(rows.getString(1));
    }
  }

  private Connection database() throws Exception {
    api("GET", "/collections", "");
    return stack.database("documents");
  }

  private static String text(int number) {
    Random words = new Random(number);
    StringBuilder text = new StringBuilder("# 규정 ").append(number).append("\n\n");
    int rules = 40 + words.nextInt(300);
    for (int i = 0; i < rules; i++) {
      text.append("제").append(i).append("조 직원 ").append(words.nextInt(1000)).append("명은 교육을 이수한다. Rule ");
      text.append(words.nextInt(1000)).append(" applies to every team.").append(i % 7 == 6 ? "\n\n" : " ");
    }
    return text.toString();
  }

  private static byte[] word(int number) throws IOException {
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Stream.of(text(number).split("\n\n")).forEach(paragraph -> document.createParagraph().createRun().setText(paragraph));
      document.write(out);
      return out.toByteArray();
    }
  }
}
