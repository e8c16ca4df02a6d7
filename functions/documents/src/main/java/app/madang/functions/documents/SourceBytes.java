package app.madang.functions.documents;

import app.madang.functions.documents.source.Fetched;
import app.madang.knowledge.ClaimedDocument;
import app.madang.runtime.storage.ObjectStorage;
import app.madang.runtime.storage.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Bytes from a source into storage: noted before they are written, so that none are left behind.
 */
final class SourceBytes {

  private final Sweeper sweeper;
  private final JdbcClient jdbc;
  private final ConnectorLeases leases;
  private final ObjectStorage storage;

  SourceBytes(Sweeper sweeper, JdbcClient jdbc, ConnectorLeases leases, ObjectStorage storage) {
    this.sweeper = sweeper;
    this.jdbc = jdbc;
    this.leases = leases;
    this.storage = storage;
  }

  Path temporary() {
    try {
      return Files.createTempFile("source", ".bin");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stores an item's bytes; empty when they are what its document has. */
  Optional<SourceDocuments.Bytes> store(
      ConnectorLease run, ConnectorItems.Row row, Fetched fetched, Path file) {
    byte[] digest = digest(file, fetched.contentType());
    boolean same = row.digest() != null && Arrays.equals(row.digest(), digest);
    if (same && sweeper.call(() -> alive(row.documentId()))) {
      return Optional.empty();
    }
    if (row.pending() != null) {
      storage.delete(ClaimedDocument.objectName(row.pending()));
    }
    UUID id = sweeper.call(() -> note(run, row));
    try (InputStream in = Files.newInputStream(file)) {
      StoredObject object =
          storage.write(
              ClaimedDocument.objectName(id), Uploads.mediaType(fetched.contentType()), in);
      return Optional.of(new SourceDocuments.Bytes(id, object, digest));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private UUID note(ConnectorLease run, ConnectorItems.Row row) {
    leases.held(run.id(), run.lease());
    return jdbc.sql(
            """
            UPDATE knowledge.connector_items SET pending = uuidv7()
            WHERE connector_id = :connector AND external_id = :id RETURNING pending
            """)
        .param("connector", run.id())
        .param("id", row.externalId())
        .query(UUID.class)
        .single();
  }

  private boolean alive(@org.jspecify.annotations.Nullable UUID document) {
    return document != null
        && jdbc.sql(
                "SELECT EXISTS (SELECT FROM knowledge.documents WHERE id = ? AND status <> 'DELETING')")
            .param(document)
            .query(Boolean.class)
            .single();
  }

  /** Of a page its words: what only changes its clockwork makes no new version. */
  private static byte[] digest(Path file, String type) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      if (type.equals("text/html")) {
        var page = Jsoup.parse(file.toFile(), null);
        return sha.digest((page.title() + "\n" + page.text()).getBytes(StandardCharsets.UTF_8));
      }
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return sha.digest();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
