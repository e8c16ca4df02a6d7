package app.madang.functions.documents;

import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Tags, metadata and expiry: what searches filter by. */
final class DocumentProperties {

  private static final String PUT =
      """
      UPDATE knowledge.documents SET tags = CAST(:tags AS text[]), metadata = CAST(:metadata AS jsonb),
        expires_at = CAST(:expires AS timestamptz), updated_at = now()
      WHERE id = :id AND status <> 'DELETING'
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Rights rights;
  private final DocumentRows rows;
  private final JsonMapper json;

  DocumentProperties(
      Transactions transactions,
      JdbcClient jdbc,
      Rights rights,
      DocumentRows rows,
      JsonMapper json) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.rights = rights;
    this.rows = rows;
    this.json = json;
  }

  record PutProperties(
      @NotNull UUID documentId,
      @NotNull @Size(max = 20) List<@NotBlank @Size(max = 50) String> tags,
      @NotNull @Size(max = 20)
          Map<@NotBlank @Size(max = 50) String, @NotNull @Size(max = 200) String> metadata,
      @Nullable Instant expiresAt) {}

  Document put(PutProperties input) {
    if (input.expiresAt() != null
        && input.expiresAt().isAfter(Instant.parse("9999-01-01T00:00:00Z"))) {
      throw ProblemException.field("expiresAt", Words.of("expires_at"));
    }
    return transactions.call(
        () -> {
          rights.document(input.documentId(), CollectionRole.EDITOR);
          jdbc.sql(PUT)
              .param("id", input.documentId())
              .param(
                  "tags",
                  input.tags().stream().map(String::strip).distinct().toArray(String[]::new))
              .param("metadata", json.writeValueAsString(input.metadata()))
              .param(
                  "expires", input.expiresAt() == null ? null : Timestamp.from(input.expiresAt()))
              .update();
          return rows.get(input.documentId());
        });
  }
}
