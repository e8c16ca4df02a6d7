package app.madang.knowledge.internal;

import static app.madang.knowledge.DocumentStatus.CHUNKED;
import static app.madang.knowledge.DocumentStatus.FAILED;
import static app.madang.knowledge.DocumentStatus.PARSING;
import static app.madang.knowledge.DocumentStatus.UPLOADING;

import app.madang.knowledge.ClaimedDocument;
import app.madang.knowledge.Documents;
import app.madang.knowledge.FailureCode;
import app.madang.knowledge.Omission;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The workers' steps, a conditional update each. */
final class SqlDocuments implements Documents {

  private static final String CLAIM =
      """
      UPDATE knowledge.documents
      SET status = :parsing, object_generation = coalesce(CAST(:generation AS bigint), object_generation),
        updated_at = CASE status WHEN :uploading THEN now() ELSE updated_at END, emitted_at = now()
      WHERE id = :id AND status IN (:uploading, :parsing)
      RETURNING id, name, content_type, size, object_generation
      """;

  private static final String CHUNK =
      """
      UPDATE knowledge.documents
      SET status = :to, passage_count = :count, embedded_count = 0, attempts = 0, meaning_failure = NULL, omissions = CAST(:omissions AS jsonb),
        updated_at = now(), emitted_at = now()
      WHERE id = :id AND status = :from
      """;

  private static final String HASH =
      """
      UPDATE knowledge.documents SET sha256 = decode(:sha256, 'hex') WHERE id = :id AND status = :parsing
      """;

  private static final String FAIL =
      """
      UPDATE knowledge.documents SET status = :to, failure = :failure, updated_at = now()
      WHERE id = :id AND status = :from
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  SqlDocuments(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public Optional<ClaimedDocument> claim(UUID documentId, @Nullable Long objectGeneration) {
    return jdbc.sql(CLAIM)
        .param("id", documentId)
        .param("generation", objectGeneration)
        .param("uploading", UPLOADING.name())
        .param("parsing", PARSING.name())
        .query(ClaimedDocument.class)
        .optional();
  }

  @Override
  public boolean chunked(UUID documentId, int passageCount, List<Omission> omissions) {
    return jdbc.sql(CHUNK)
            .param("id", documentId)
            .param("count", passageCount)
            .param("omissions", omissions.isEmpty() ? null : json.writeValueAsString(omissions))
            .param("from", PARSING.name())
            .param("to", CHUNKED.name())
            .update()
        == 1;
  }

  @Override
  public void hashed(UUID documentId, String sha256) {
    jdbc.sql(HASH)
        .param("id", documentId)
        .param("sha256", sha256)
        .param("parsing", PARSING.name())
        .update();
  }

  @Override
  public boolean failed(UUID documentId, FailureCode code) {
    return jdbc.sql(FAIL)
            .param("id", documentId)
            .param("failure", code.code())
            .param("from", PARSING.name())
            .param("to", FAILED.name())
            .update()
        == 1;
  }
}
