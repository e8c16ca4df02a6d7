package app.madang.functions.documents;

import app.madang.contracts.EventType;
import app.madang.contracts.events.DocumentDeleted;
import app.madang.contracts.events.DocumentRequested;
import app.madang.functions.documents.source.Access;
import app.madang.functions.documents.source.Fetched;
import app.madang.runtime.Outbox;
import app.madang.runtime.storage.StoredObject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Documents that a source brings, changes and takes away; in the transaction of a held lease. */
final class SourceDocuments {

  private static final String INSERT =
      """
      INSERT INTO knowledge.documents (id, collection_id, acl_id, folder_id, metadata, name, size, content_type,
        object_generation, created_by)
      SELECT :id, c.collection_id, coalesce(CAST(:acl AS bigint), c.acl_id),
        (SELECT f.id FROM knowledge.folders f WHERE f.id = c.folder_id AND f.collection_id = c.collection_id),
        CASE WHEN length(CAST(:source AS text)) <= 200 THEN jsonb_build_object('source', CAST(:source AS text)) ELSE '{}' END,
        :name, :size, :type, :generation, c.created_by
      FROM knowledge.connectors c WHERE c.id = :connector
      """;

  private static final String SERIES =
      "SELECT coalesce(series_id, id) FROM knowledge.documents WHERE id = :id AND status <> 'DELETING'";

  private static final String VERSION =
      """
      INSERT INTO knowledge.documents (id, collection_id, acl_id, folder_id, tags, metadata, expires_at, series_id, version,
        standing, name, size, content_type, object_generation, created_by)
      SELECT :id, d.collection_id, d.acl_id, d.folder_id, d.tags, d.metadata, d.expires_at, :series,
        (SELECT max(version) + 1 FROM knowledge.documents WHERE series_id = :series),
        'coming', :name, :size, :type, :generation, d.created_by
      FROM knowledge.documents d WHERE d.id = :of
      """;

  private static final String ITEM =
      """
      UPDATE knowledge.connector_items SET document_id = :document, pending = NULL, own_acl = :acl, digest = :digest
      WHERE connector_id = :connector AND external_id = :item
      """;

  private static final String HIDE =
      """
      UPDATE knowledge.documents SET status = 'DELETING', updated_at = now(), emitted_at = now()
      WHERE status <> 'DELETING' AND (id = :id OR series_id = (SELECT series_id FROM knowledge.documents WHERE id = :id))
      RETURNING id
      """;

  private final JdbcClient jdbc;
  private final Outbox outbox;

  SourceDocuments(JdbcClient jdbc, Outbox outbox) {
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  /** An object that waits for its row. */
  record Bytes(UUID id, StoredObject object, byte[] digest) {}

  /** A new document, or a new version of the one that the item has. */
  void put(
      UUID connector,
      ConnectorItems.Row item,
      @Nullable Access access,
      Fetched fetched,
      Bytes bytes) {
    Optional<UUID> series =
        item.documentId() == null
            ? Optional.empty()
            : jdbc.sql(SERIES).param("id", item.documentId()).query(UUID.class).optional();
    Long acl = series.isPresent() ? item.ownAcl() : own(access);
    if (series.isPresent()) {
      addVersion(series.get(), item, fetched, bytes);
    } else {
      jdbc.sql(INSERT)
          .param("connector", connector)
          .param("id", bytes.id())
          .param("acl", acl)
          .param("source", item.externalId())
          .param("name", name(item, fetched))
          .param("size", bytes.object().size())
          .param("type", Uploads.mediaType(fetched.contentType()))
          .param("generation", bytes.object().generation())
          .update();
    }
    jdbc.sql(ITEM)
        .param("connector", connector)
        .param("item", item.externalId())
        .param("document", bytes.id())
        .param("acl", acl)
        .param("digest", bytes.digest())
        .update();
    count(connector, series.isPresent() ? "changed" : "added");
    outbox.append(EventType.DOCUMENT_REQUESTED.topic(), new DocumentRequested(bytes.id()));
  }

  private void addVersion(UUID series, ConnectorItems.Row item, Fetched fetched, Bytes bytes) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:series, 5))::text")
        .param("series", series.toString())
        .query(String.class)
        .single();
    jdbc.sql("UPDATE knowledge.documents SET series_id = id WHERE id = ? AND series_id IS NULL")
        .param(series)
        .update();
    jdbc.sql(VERSION)
        .param("id", bytes.id())
        .param("series", series)
        .param("of", item.documentId())
        .param("name", name(item, fetched))
        .param("size", bytes.object().size())
        .param("type", Uploads.mediaType(fetched.contentType()))
        .param("generation", bytes.object().generation())
        .update();
  }

  /** With all its versions; what a person has deleted already is gone already. */
  void remove(UUID connector, @Nullable UUID document) {
    if (document == null) {
      return;
    }
    var hidden = jdbc.sql(HIDE).param("id", document).query(UUID.class).list();
    hidden.forEach(
        id -> outbox.append(EventType.DOCUMENT_DELETED.topic(), new DocumentDeleted(id)));
    if (!hidden.isEmpty()) {
      count(connector, "removed");
    }
  }

  boolean isAlive(@Nullable UUID document) {
    return document != null
        && jdbc.sql(SERIES).param("id", document).query(UUID.class).optional().isPresent();
  }

  private @Nullable Long own(@Nullable Access access) {
    return access == null
        ? null
        : jdbc.sql("SELECT identity.map_acl(NULL, :people, :groups, :everyone)")
            .param("people", access.people().toArray(String[]::new))
            .param("groups", access.groups().toArray(String[]::new))
            .param("everyone", access.everyone())
            .query(Long.class)
            .single();
  }

  private static String name(ConnectorItems.Row item, Fetched fetched) {
    String name = Names.clean(fetched.name());
    return name.isEmpty() ? item.name() : name;
  }

  private void count(UUID connector, String column) {
    jdbc.sql("UPDATE knowledge.connectors SET %1$s = %1$s + 1 WHERE id = ?".formatted(column))
        .param(connector)
        .update();
  }
}
