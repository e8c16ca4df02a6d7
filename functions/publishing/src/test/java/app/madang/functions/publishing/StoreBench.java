package app.madang.functions.publishing;

import app.madang.runtime.SearchTerms;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long the store takes over HTTP with 10,000 live tools, 2,000 people and 50 groups, while 100
 * people each turn a page a second. Prints p50 and p95 of each kind of page.
 */
final class StoreBench {

  private static final int PEOPLE = 100;
  private static final int CALLS = 12;
  private static final long PACE_MILLIS = 1_000;
  private static final List<String> SUBJECTS =
      List.of("휴가 규정 leave", "경비 정산 expense", "계약 검토 contract", "번역 translation", "회의록 minutes");

  private static final String FILL =
      """
      DO $$
      DECLARE issuer text := '%s'; judge uuid; person uuid; made bigint; tool uuid;
      BEGIN
        INSERT INTO identity.users (issuer, subject, email, name)
          SELECT issuer, 'bench-' || i, 'bench-' || i || '@madang.example', '사람 ' || i FROM generate_series(0, 1999) i;
        INSERT INTO identity.groups (name) SELECT 'bench ' || i FROM generate_series(0, 49) i;
        INSERT INTO identity.group_members (group_id, member_user)
          SELECT g.id, u.id FROM identity.users u JOIN identity.groups g
            ON g.name IN ('bench ' || (abs(hashtext(u.subject)) %% 25 + 25), 'bench ' || (abs(hashtext(u.email)) %% 25))
           WHERE u.subject LIKE 'bench-%%';
        FOR i IN 0..9999 LOOP
          INSERT INTO identity.acls DEFAULT VALUES RETURNING id INTO made;
          SELECT id INTO person FROM identity.users WHERE subject = 'bench-' || (i %% 2000);
          INSERT INTO identity.grants (acl_id, subject_kind, subject_id, role) VALUES (made, 'person', person, 'owner');
          INSERT INTO identity.grants (acl_id, subject_kind, subject_id, role)
            SELECT made, CASE WHEN i %% 20 = 0 THEN 'everyone' ELSE 'group' END, CASE WHEN i %% 20 <> 0 THEN id END, 'reader'
              FROM identity.groups WHERE name = 'bench ' || (i %% 50);
          tool := uuidv7();
          INSERT INTO toolbox.tools (id, acl_id, version, status, name_ko, icon, instructions, collection_ids, starters_ko, starters_en,
            created_by, created_at, updated_at, releases, live, live_at)
          VALUES (tool, made, 0, 'LIVE', '도구 ' || i, 'chat', '짧게 답한다.', '{}', '{}', '{}', person, now(), now(), 1, 1, now());
          INSERT INTO toolbox.releases (tool_id, number, acl_id, name_ko, icon, description_ko, instructions, collection_ids, starters_ko,
            starters_en, submitted_by, approved_by)
          VALUES (tool, 1, made, '도구 ' || i, 'chat', '회사의 규정을 찾아 답하는 도구예요.', '짧게 답한다.', '{}', '{}', '{}', person, person);
          INSERT INTO toolbox.shelf VALUES (tool, 1, made, now() - i * interval '1 minute');
        END LOOP;
        INSERT INTO toolbox.used (tool_id, person_id, last_at)
          SELECT l.tool_id, u.id, now() FROM toolbox.listings l JOIN identity.users u
            ON u.subject LIKE 'bench-%%' AND abs(hashtext(u.subject || l.tool_id)) %% 100 = 0;
        UPDATE toolbox.listings SET featured_at = now() WHERE abs(hashtext(tool_id::text)) %% 50 = 0;
        INSERT INTO toolbox.favourites (person_id, tool_id)
          SELECT u.id, l.tool_id FROM identity.users u JOIN toolbox.listings l ON abs(hashtext(l.tool_id || u.subject)) %% 500 = 0
           WHERE u.subject LIKE 'bench-%%';
      END $$
      """;

  private StoreBench() {}

  /** Prints one line a kind of page. */
  public static void main(String[] args) throws InterruptedException {
    Platform.SUPERUSER.sql(FILL.formatted(Platform.STACK.tokens().issuer())).update();
    for (int i = 0; i < SUBJECTS.size(); i++) {
      Platform.SUPERUSER
          .sql(
              """
              INSERT INTO toolbox.postings (term_id, tool_id, acl_id)
              SELECT unnest(CAST(? AS bigint[])), tool_id, acl_id FROM toolbox.listings WHERE abs(hashtext(tool_id::text)) % ? = ?
              """)
          .params(SearchTerms.ofQuestion(SUBJECTS.get(i)), SUBJECTS.size(), i)
          .update();
    }
    long start = System.nanoTime();
    Platform.SUPERUSER.sql("UPDATE toolbox.counted SET at = '-infinity'").update();
    Platform.push("publishing.sweep-due", "{\"at\":\"2026-01-01T00:00:00Z\"}");
    System.out.printf("counted in %d ms%n", millis(start));
    Platform.SUPERUSER.sql("VACUUM ANALYZE").update();
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("warm", "/v1/store/tools?limit=30");
    for (String order : List.of("latest", "used", "featured", "favourites")) {
      pages.put(order, "/v1/store/tools?limit=30&order=" + order);
    }
    pages.put("search in Korean", "/v1/store/tools?limit=30&query=휴가%20규정");
    pages.put("search in English", "/v1/store/tools?limit=30&query=contract");
    pages.put("open", "");
    for (Map.Entry<String, String> page : pages.entrySet()) {
      measure(page.getKey(), page.getValue());
    }
    System.exit(0);
  }

  private static void measure(String name, String path) throws InterruptedException {
    List<Long> taken = new CopyOnWriteArrayList<>();
    CountDownLatch ended = new CountDownLatch(PEOPLE);
    for (int i = 0; i < PEOPLE; i++) {
      Client client = Platform.as("bench-" + i * 17);
      List<UUID> own = path.isEmpty() ? visible(client) : List.of();
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  turnPages(client, path, own, taken);
                } finally {
                  ended.countDown();
                }
              });
    }
    ended.await();
    List<Long> sorted = new java.util.ArrayList<>(taken);
    Collections.sort(sorted);
    System.out.printf(
        "%s: %d calls, p50 %d ms, p95 %d ms%n",
        name, sorted.size(), sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 95 / 100));
  }

  private static void turnPages(Client client, String path, List<UUID> own, List<Long> taken) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(PACE_MILLIS));
      for (int call = 0; call < CALLS; call++) {
        String asked = path.isEmpty() ? "/v1/store/tools/" + own.get(call % own.size()) : path;
        long start = System.nanoTime();
        HttpResponse<String> response = Platform.SERVER.call(client.token(), "GET", asked, "");
        long millis = millis(start);
        if (response.statusCode() != 200) {
          throw new IllegalStateException(response.body());
        }
        taken.add(millis);
        Thread.sleep(Math.max(0, PACE_MILLIS - millis));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<UUID> visible(Client client) {
    return client
        .store("")
        .body()
        .path("items")
        .valueStream()
        .map(item -> UUID.fromString(item.path("id").asString()))
        .toList();
  }

  private static long millis(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
