package app.madang.functions.embedding;

import app.madang.testing.FunctionServer;
import app.madang.testing.TestStack;
import app.madang.testing.vendors.VendorStandIn;
import app.madang.testing.vendors.WireDialect;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The function over HTTP, and documents as ingestion leaves them. */
final class Platform {

  static final TestStack STACK = TestStack.get();
  static final VendorStandIn VENDOR = new VendorStandIn();

  /** The superuser, whom row-level security does not hold: makes and looks, never under test. */
  private static final JdbcClient BYPASSING =
      JdbcClient.create(new DriverManagerDataSource(STACK.jdbcUrl(), "postgres", STACK.password()));

  static final FunctionServer SERVER = serve();

  private Platform() {}

  /** The vendor stands outside: it may be sent what everybody in the company may see. */
  private static FunctionServer serve() {
    BYPASSING
        .sql(
            """
            INSERT INTO models.entries (kind, id, body, updated_by) VALUES ('PROVIDER', 'environment',
              jsonb_build_object('id', 'environment', 'kind', 'OPENAI_COMPATIBLE', 'name', 'Vendor',
                'baseUrl', CAST(? AS text), 'clearance', 'INTERNAL', 'keyVariable', 'OPENAI_API_KEY'), uuidv7())
            """)
        .param(VENDOR.baseUrl(WireDialect.OPENAI))
        .update();
    STACK.environment(
        "embedding",
        Map.of(
            "OPENAI_BASE_URL", VENDOR.baseUrl(WireDialect.OPENAI), "OPENAI_EMBEDDINGS", "bge-m3"));
    return FunctionServer.start(EmbeddingFunction::new);
  }

  /** The model that the document's collection compares. */
  static void model(UUID document, String model, int dimensions) {
    BYPASSING
        .sql(
            "UPDATE knowledge.collections SET embedding_model = ?, embedding_dimensions = ? WHERE id ="
                + " (SELECT collection_id FROM knowledge.documents WHERE id = ?)")
        .params(model, dimensions, document)
        .update();
  }

  static void confidential(UUID document) {
    BYPASSING
        .sql(
            "UPDATE knowledge.collections SET clearance = 'confidential' WHERE id ="
                + " (SELECT collection_id FROM knowledge.documents WHERE id = ?)")
        .param(document)
        .update();
  }

  static String meaningFailure(UUID document) {
    return BYPASSING
        .sql("SELECT coalesce(meaning_failure, 'none') FROM knowledge.documents WHERE id = ?")
        .param(document)
        .query(String.class)
        .single();
  }

  /** A chunked document with so many passages. */
  static UUID chunked(int passages) {
    UUID collection =
        BYPASSING
            .sql(
                "INSERT INTO knowledge.collections (name, acl_id, created_by)"
                    + " VALUES ('c', 1, uuidv7()) RETURNING id")
            .query(UUID.class)
            .single();
    UUID document =
        BYPASSING
            .sql(
                """
                INSERT INTO knowledge.documents
                  (collection_id, acl_id, name, content_type, size, status, passage_count, created_by)
                VALUES (?, 1, 'd', 'text/plain', 1, 'CHUNKED', ?, uuidv7()) RETURNING id
                """)
            .params(collection, passages)
            .query(UUID.class)
            .single();
    IntStream.range(0, passages)
        .forEach(
            i ->
                BYPASSING
                    .sql(
                        """
                        INSERT INTO knowledge.passages (public_id, document_id, collection, acl_id,
                          ordinal, block, text, location, language, length, content_hash, terms)
                        SELECT uuidv7(), ?, number, acl_id, ?, 1, ?, '{}', 'en', 1, '', '{}'
                        FROM knowledge.collections WHERE id = ?
                        """)
                    .params(document, i, "Rule number " + i + " of the house.", collection)
                    .update());
    return document;
  }

  /** The collection is to be searched by another model. */
  static void next(UUID document, String model, int dimensions) {
    BYPASSING
        .sql(
            """
            UPDATE knowledge.collections SET next_model = ?, next_dimensions = ?, next_since = now()
            WHERE id = (SELECT collection_id FROM knowledge.documents WHERE id = ?)
            """)
        .params(model, dimensions, document)
        .update();
  }

  static int push(UUID eventId, UUID document) {
    return SERVER
        .push("embedding.document-chunked", eventId, "{\"documentId\":\"" + document + "\"}")
        .statusCode();
  }

  /** How often a message that carries no id of ours was written down as handled. */
  static long handled(String subscription, String messageAndTime) {
    return handled(
        subscription, UUID.nameUUIDFromBytes(messageAndTime.getBytes(StandardCharsets.UTF_8)));
  }

  static long handled(String subscription, UUID event) {
    return BYPASSING
        .sql("SELECT count(*) FROM runtime.inbox WHERE subscription = ? AND event_id = ?")
        .params(subscription, event)
        .query(Long.class)
        .single();
  }

  static String status(UUID document) {
    return BYPASSING
        .sql("SELECT status || ' ' || embedded_count FROM knowledge.documents WHERE id = ?")
        .param(document)
        .query(String.class)
        .single();
  }

  static long vectors(UUID document) {
    return BYPASSING
        .sql(
            "SELECT count(*) FROM knowledge.vectors v JOIN knowledge.passages p ON p.id = v.passage_id"
                + " WHERE p.document_id = ?")
        .param(document)
        .query(Long.class)
        .single();
  }

  /** As a crash between two batches leaves it. */
  static void forgetVectorsFrom(UUID document, int ordinal) {
    BYPASSING
        .sql(
            "DELETE FROM knowledge.vectors WHERE passage_id IN"
                + " (SELECT id FROM knowledge.passages WHERE document_id = ? AND ordinal >= ?)")
        .params(document, ordinal)
        .update();
    BYPASSING
        .sql("UPDATE knowledge.documents SET status = 'CHUNKED', embedded_count = ? WHERE id = ?")
        .params(ordinal, document)
        .update();
  }

  static UUID uploader(UUID document) {
    return BYPASSING
        .sql("SELECT created_by FROM knowledge.documents WHERE id = ?")
        .param(document)
        .query(UUID.class)
        .single();
  }

  private static final String PRICED =
      """
      {"id":"%s","provider":"environment","vendorName":"%s","name":"%s","contextTokens":8000,"maxOutputTokens":16,
       "reads":["TEXT"],"tools":false,"jsonSchema":false,"effort":"NONE","sampling":false,"dimensions":0,
       "price":{"input":%s,"cachedInput":0,"output":0,"currency":"USD","asOf":"2026-01-01","source":"test"}}
      """;

  /** Dollars for a million tokens of the environment's model; in force within five seconds. */
  static void price(String model, double dollars) {
    BYPASSING
        .sql(
            """
            INSERT INTO models.entries (kind, id, body, updated_by)
            VALUES ('MODEL', ?, CAST(? AS jsonb), uuidv7())
            ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body
            """)
        .params(model, PRICED.formatted(model, model, model, dollars))
        .update();
    java.util.concurrent.locks.LockSupport.parkNanos(5_500_000_000L);
  }

  /** Calls that cost a person, or the company alone, something. */
  static long paid(@org.jspecify.annotations.Nullable UUID person) {
    return BYPASSING
        .sql(
            """
            SELECT count(*) FROM metering.usage
             WHERE person_id IS NOT DISTINCT FROM CAST(? AS uuid) AND cost > 0 AND input_tokens > 0
            """)
        .param(person)
        .query(Long.class)
        .single();
  }

  /** All calls to vendors. */
  static long calls() {
    return BYPASSING.sql("SELECT count(*) FROM metering.usage").query(Long.class).single();
  }

  static void budget(UUID person) {
    BYPASSING
        .sql(
            "INSERT INTO metering.budgets (scope, subject_id, period, cap, kind, warn_at, enabled)"
                + " VALUES ('PERSON', ?, 'MONTH', 1, 'HARD', 80, true)")
        .param(person)
        .update();
  }
}
