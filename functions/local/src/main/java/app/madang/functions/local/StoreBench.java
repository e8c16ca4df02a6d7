package app.madang.functions.local;

import app.madang.runtime.Transactions;
import app.madang.runtime.data.CallerTransactions;
import app.madang.toolbox.Releasing;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The command {@code functions/local/bench/store}: a store of 10,000 tools, 2,000 people and 50
 * groups, in which people list, search and open at once, through the gateway. Some wait for one
 * answer and never think, which is the worst that so many can do, and some think a second.
 *
 * <p>A tenth of the tools is everybody's, six tenths are a group's, the others belong to five
 * people each; a person is in one to three groups, every tenth in all 50. Each tool reads two of 50
 * collections, one a group. Callers share this machine's cores with what they call.
 */
final class StoreBench {

  private static final int TOOLS = 10_000;
  private static final int PEOPLE = 2_000;
  private static final int GROUPS = 50;
  private static final int CALLERS = 100;
  private static final int CALLS = 6_000;

  /** Between two calls of who thinks, on average, in milliseconds. */
  private static final int THOUGHT = 1_000;

  private static final List<String> SUBJECTS =
      List.of("휴가", "출장비", "계약서", "회의록", "번역", "보안", "급여", "채용", "구매", "고객 문의", "품질", "재고");
  private static final List<String> KINDS =
      List.of("도우미", "점검", "요약", "초안", "안내", "분석", "정리", "검색");

  private static final String CROWD =
      """
      WITH made AS (
        INSERT INTO identity.users (issuer, subject, email, name)
        SELECT :issuer, 'bench-' || n, 'bench-' || n || '@madang.example', '사람 ' || n FROM generate_series(1, :people) n
        RETURNING id, substr(subject, 7)::int AS n),
      roles AS (INSERT INTO identity.user_roles SELECT id, 'member' FROM made),
      groups AS (INSERT INTO identity.groups (name) SELECT '부서 ' || n FROM generate_series(1, :groups) n
        RETURNING id, substr(name, 4)::int AS n)
      INSERT INTO identity.group_members (group_id, member_user)
      SELECT g.id, m.id FROM made m JOIN groups g
        ON m.n % 10 = 0 OR g.n - 1 IN (m.n % :groups, m.n * 7 % :groups, m.n * m.n % :groups)
      """;

  private static final String COLLECTIONS =
      """
      WITH acls AS (INSERT INTO identity.acls SELECT FROM generate_series(1, :groups) RETURNING id),
      numbered AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM acls),
      grants AS (INSERT INTO identity.grants (acl_id, subject_kind, subject_id, role)
        SELECT a.id, 'group', g.id, 'reader' FROM numbered a JOIN identity.groups g ON g.name = '부서 ' || a.n)
      INSERT INTO knowledge.collections (name, acl_id, created_by)
        SELECT '자료 ' || a.n, a.id, u.id FROM numbered a, identity.users u WHERE u.subject = 'bench-1'
      """;

  private static final String TOOL =
      """
      WITH acl AS (INSERT INTO identity.acls DEFAULT VALUES RETURNING id),
      owner AS (SELECT id FROM identity.users WHERE subject = 'bench-' || (:n % :people + 1)),
      owns AS (INSERT INTO identity.grants (acl_id, subject_kind, subject_id, role) SELECT a.id, 'person', o.id, 'owner' FROM acl a, owner o),
      everyone AS (INSERT INTO identity.grants (acl_id, subject_kind, role) SELECT id, 'everyone', 'reader' FROM acl WHERE :n % 10 = 0),
      groups AS (INSERT INTO identity.grants (acl_id, subject_kind, subject_id, role)
        SELECT a.id, 'group', g.id, 'reader' FROM acl a, identity.groups g WHERE :n % 10 BETWEEN 1 AND 6 AND g.name = '부서 ' || (:n / 10 % :groups + 1)),
      people AS (INSERT INTO identity.grants (acl_id, subject_kind, subject_id, role)
        SELECT a.id, 'person', u.id, 'reader' FROM acl a, identity.users u
        WHERE :n % 10 > 6 AND u.subject IN (SELECT 'bench-' || (:n * k * 31 % :people + 1) FROM generate_series(2, 6) k)
          AND u.id NOT IN (SELECT id FROM owner))
      INSERT INTO toolbox.tools (id, acl_id, version, status, name_ko, icon, description_ko, instructions, collection_ids, starters_ko, starters_en,
        created_by, created_at, updated_at, submitted_by, submitted_at, decided_by, decided_at, approved)
      SELECT CAST(:id AS uuid), a.id, 0, 'APPROVED', :name, 'chat', :description, '짧게 답한다.',
        ARRAY(SELECT id FROM knowledge.collections WHERE name IN ('자료 ' || (:n % :groups + 1), '자료 ' || (:n * 7 % :groups + 1))), '{질문}', '{NULL}',
        o.id, now(), now(), o.id, now(), o.id, now(), true FROM acl a, owner o
      """;

  private final DataFolder data;
  private final JsonNode stack;
  private final JdbcClient database;
  private final PeopleTokens tokens;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, Object> figures = new LinkedHashMap<>();

  private StoreBench(Path folder) {
    data = DataFolder.open(folder);
    stack =
        JsonMapper.shared()
            .readTree(
                RunningStack.of(data)
                    .ask("/status")
                    .orElseThrow(() -> new PlainWords("no platform runs with " + folder)));
    database = JdbcClient.create(account("postgres"));
    tokens = PeopleTokens.open(data, stack.path("issuer").asString());
  }

  /** Takes the folder of a platform that runs; its last line is one JSON object. */
  public static void main(String[] arguments) throws Exception {
    StoreBench bench = new StoreBench(Path.of(arguments[0]));
    bench.fill();
    bench.measure();
    System.out.println(JsonMapper.shared().writeValueAsString(bench.figures));
  }

  private DriverManagerDataSource account(String name) {
    String url = "jdbc:" + stack.path("database").asString();
    return new DriverManagerDataSource(url, name, data.secrets().getOrDefault(name, ""));
  }

  /** Tools go live by the product's own steps. */
  private void fill() {
    say("filling …");
    long began = System.nanoTime();
    database
        .sql(CROWD)
        .param("issuer", stack.path("issuer").asString())
        .param("people", PEOPLE)
        .param("groups", GROUPS)
        .update();
    database.sql(COLLECTIONS).param("groups", GROUPS).update();
    List<UUID> made = new ArrayList<>();
    HikariConfig pool = new HikariConfig();
    pool.setDataSource(account("postgres"));
    pool.setMaximumPoolSize(1);
    Random random = new Random(7);
    try (HikariDataSource one = new HikariDataSource(pool)) {
      JdbcClient writer = JdbcClient.create(one);
      for (int n = 0; n < TOOLS; n++) {
        UUID id = UUID.randomUUID();
        String subject = SUBJECTS.get(random.nextInt(SUBJECTS.size()));
        writer
            .sql(TOOL)
            .param("n", n)
            .param("people", PEOPLE)
            .param("groups", GROUPS)
            .param("id", id)
            .param("name", subject + " " + KINDS.get(random.nextInt(KINDS.size())) + " " + n)
            .param("description", subject + "에 관해 묻고 답을 받아요.")
            .update();
        made.add(id);
      }
    }
    release(made);
    database.sql("ANALYZE").update();
    figures.put("tools", made.size());
    figures.put("fill_seconds", (System.nanoTime() - began) / 1_000_000_000);
  }

  private void release(List<UUID> approved) {
    HikariConfig pool = new HikariConfig();
    pool.setDataSource(account("publishing"));
    pool.setMaximumPoolSize(1);
    try (HikariDataSource one = new HikariDataSource(pool)) {
      JdbcClient worker = JdbcClient.create(one);
      Transactions transactions = new Transactions(new CallerTransactions(one));
      Releasing releasing = new Releasing(worker);
      List<Function<UUID, Boolean>> steps = List.of(releasing::snapshot, releasing::shelve);
      for (UUID tool : approved) {
        for (Function<UUID, Boolean> step : steps) {
          transactions.run(
              () -> {
                worker
                    .sql("SELECT set_config('app.worker', 'publishing', true)")
                    .query(String.class)
                    .single();
                if (!step.apply(tool)) {
                  throw new IllegalStateException("not released: " + tool);
                }
              });
        }
      }
    }
  }

  private void measure() throws InterruptedException {
    List<String> callers = new ArrayList<>();
    for (int n = 1; n <= CALLERS; n++) {
      String name = "bench-" + n * (PEOPLE / CALLERS - 1);
      callers.add(tokens.accessToken(name, name + "@madang.example", "사람", List.of("member")));
    }
    List<List<String>> seen = callers.stream().map(this::seen).toList();
    figures.put("seen_by_most", seen.stream().mapToInt(List::size).max().orElse(0));
    Random random = new Random(11);
    Function<Integer, String> list = n -> "/v1/store/tools?limit=24";
    Function<Integer, String> search =
        n ->
            "/v1/store/tools?limit=24&query="
                + encoded(SUBJECTS.get(n % SUBJECTS.size()) + " " + KINDS.get(n % KINDS.size()));
    Function<Integer, String> open =
        n ->
            "/v1/store/tools/"
                + seen.get(n % CALLERS).get(random.nextInt(seen.get(n % CALLERS).size()));
    Map<String, Function<Integer, String>> pages = new LinkedHashMap<>();
    pages.put("list", list);
    pages.put("search", search);
    pages.put("open", open);
    for (Function<Integer, String> path : pages.values()) {
      load(callers, CALLERS, path, 0);
    }
    for (Map.Entry<String, Function<Integer, String>> page : pages.entrySet()) {
      for (int people : List.of(1, 10, CALLERS)) {
        row(page.getKey(), people, load(callers, people, page.getValue(), 0));
      }
      row(page.getKey() + "_thinking", CALLERS, load(callers, CALLERS, page.getValue(), THOUGHT));
    }
  }

  /** Ids of tools that a person finds first. */
  private List<String> seen(String token) {
    List<String> ids = new ArrayList<>();
    JsonNode page = JsonMapper.shared().readTree(get("/v1/store/tools?limit=100", token));
    page.path("items").forEach(tool -> ids.add(tool.path("id").asString()));
    if (ids.isEmpty()) {
      throw new PlainWords("a person sees no tool");
    }
    return ids;
  }

  private List<Double> load(
      List<String> tokens, int people, Function<Integer, String> path, int thought)
      throws InterruptedException {
    List<Double> millis = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger calls = new AtomicInteger(Math.min(CALLS, people * 200));
    AtomicReference<Throwable> failed = new AtomicReference<>();
    CountDownLatch done = new CountDownLatch(people);
    for (int person = 0; person < people; person++) {
      int who = person;
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  for (int call = calls.getAndDecrement();
                      call > 0;
                      call = calls.getAndDecrement()) {
                    Thread.sleep(
                        thought == 0 ? 0 : ThreadLocalRandom.current().nextInt(2 * thought));
                    String address = path.apply(call - call % CALLERS + who);
                    long start = System.nanoTime();
                    get(address, tokens.get(who));
                    millis.add((System.nanoTime() - start) / 1e6);
                  }
                } catch (RuntimeException | InterruptedException e) {
                  failed.set(e);
                } finally {
                  done.countDown();
                }
              });
    }
    done.await();
    if (failed.get() != null) {
      throw new PlainWords("a call failed: " + failed.get());
    }
    return millis;
  }

  private String get(String path, String token) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(stack.path("site").asString() + path))
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new PlainWords(path + ": " + answer.statusCode() + " " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new PlainWords(path + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void row(String name, int people, List<Double> millis) {
    List<Double> sorted = millis.stream().sorted().toList();
    double half = at(sorted, .5);
    double most = at(sorted, .95);
    say(
        "%-16s %4d at once: p50 %7.1f ms  p95 %7.1f ms  %d calls"
            .formatted(name, people, half, most, sorted.size()));
    figures.put(name + people + "_p50_ms", half);
    figures.put(name + people + "_p95_ms", most);
  }

  private static double at(List<Double> sorted, double share) {
    int place = (int) Math.min(sorted.size() - 1.0, sorted.size() * share);
    return Math.round(sorted.get(place) * 10) / 10.0;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void say(String line) {
    System.err.println(line);
  }
}
