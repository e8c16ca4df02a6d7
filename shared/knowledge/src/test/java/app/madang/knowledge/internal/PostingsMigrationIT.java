package app.madang.knowledge.internal;

import static app.madang.knowledge.internal.Accounts.SUPERUSER;
import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.TestStack;
import app.madang.testing.servers.MadangDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PostingsMigrationIT {

  private static final long WORD = 0x7fed_cba9_8765_4321L;
  private static final long OTHER = -0x7fed_cba9_8765_4321L;

  @Test
  void postingsOfBeforeAreFoundAfter() {
    TestStack stack = TestStack.get();
    SUPERUSER.jdbc.sql("CREATE DATABASE earlier OWNER " + MadangDatabase.OWNER).update();
    String url = stack.jdbcUrl().replaceFirst("/madang(?=$|\\?)", "/earlier");
    JdbcClient jdbc =
        JdbcClient.create(new DriverManagerDataSource(url, "postgres", stack.password()));
    jdbc.sql("CREATE EXTENSION vector").update();
    jdbc.sql("CREATE EXTENSION pg_trgm").update();
    migrate(url, "runtime", "latest");
    migrate(url, "identity", "latest");
    migrate(url, "knowledge", "8");
    fill(jdbc);
    migrate(url, "knowledge", "latest");
    assertThat(entries(jdbc, WORD)).containsExactly("0:3:120", "1:3:120");
    assertThat(entries(jdbc, OTHER)).containsExactly("1:7:300");
    assertThat(
            jdbc.sql("SELECT sum(passages) FROM knowledge.corpus_deltas")
                .query(Long.class)
                .single())
        .isEqualTo(2);
  }

  private static void migrate(String url, String schema, String target) {
    Flyway.configure()
        .dataSource(url, MadangDatabase.OWNER, TestStack.get().password())
        .schemas(schema)
        .defaultSchema(schema)
        .locations("classpath:db/migration/" + schema)
        .target(target)
        .load()
        .migrate();
  }

  /** Two passages of a current document and one of a version that was replaced. */
  private static void fill(JdbcClient jdbc) {
    UUID collection =
        jdbc.sql(
                "INSERT INTO knowledge.collections (name, acl_id, created_by) VALUES ('c', 1, uuidv7()) RETURNING id")
            .query(UUID.class)
            .single();
    passages(jdbc, collection, "current", 1, 2);
    passages(jdbc, collection, "superseded", 2, 1);
    jdbc.sql(
            """
            INSERT INTO knowledge.postings (term_id, collection, block, acl_id, entries)
            SELECT :word, collection, block, acl_id, array_agg((id << 24) | (3 << 16) | 120 ORDER BY id)
            FROM knowledge.passages GROUP BY collection, block, acl_id
            UNION ALL
            SELECT :other, collection, block, acl_id, ARRAY[(id << 24) | (7 << 16) | 300]
            FROM knowledge.passages WHERE ordinal = 1
            """)
        .param("word", WORD)
        .param("other", OTHER)
        .update();
    jdbc.sql(
            "INSERT INTO knowledge.corpus_deltas SELECT collection, 3, 3, acl_id FROM knowledge.passages LIMIT 1")
        .update();
  }

  private static void passages(
      JdbcClient jdbc, UUID collection, String standing, int block, int count) {
    jdbc.sql(
            """
            WITH d AS (
              INSERT INTO knowledge.documents (collection_id, acl_id, name, content_type, size, status, standing, created_by)
              VALUES (:collection, 1, 'd', 'text/plain', 1, 'READY', :standing, uuidv7()) RETURNING id)
            INSERT INTO knowledge.passages (public_id, document_id, collection, acl_id, block, ordinal, text, location,
              language, length, content_hash, terms)
            SELECT uuidv7(), d.id, (SELECT number FROM knowledge.collections WHERE id = :collection), 1, :block, n - 1,
              'x', '{}', 'ko', 1, '', '{}' FROM d, generate_series(1, :count) n
            """)
        .param("collection", collection)
        .param("standing", standing)
        .param("block", block)
        .param("count", count)
        .update();
  }

  private static List<String> entries(JdbcClient jdbc, long word) {
    List<String> entries = new ArrayList<>();
    jdbc.sql("SELECT words FROM knowledge.postings WHERE slot = ANY (?) ORDER BY block")
        .param(PostingRows.slots(word).toArray(Integer[]::new))
        .query(
            row -> {
              int found = PostingRows.find(row.getBytes(1), word);
              if (found >= 0) {
                PostingRows.each(
                    row.getBytes(1),
                    found,
                    (place, count, length) -> entries.add(place + ":" + count + ":" + length));
              }
            });
    return entries;
  }
}
