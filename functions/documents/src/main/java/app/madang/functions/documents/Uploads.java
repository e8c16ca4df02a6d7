package app.madang.functions.documents;

import app.madang.contracts.ProblemCode;
import app.madang.knowledge.ClaimedDocument;
import app.madang.runtime.Caller;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import app.madang.runtime.storage.ObjectStorage;
import app.madang.runtime.storage.SignedUpload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Announced files: a row that waits for its bytes, and the signed address that takes them. */
final class Uploads {

  /** How long the address takes bytes; a row that waits longer has failed. */
  static final Duration TTL = Duration.ofMinutes(15);

  private static final String ANY_TYPE = "application/octet-stream";
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[\\w!#$&^.+-]{1,80}/[\\w!#$&^.+-]{1,80}(; ?[\\w-]{1,30}=[\\w.-]{1,60})?");

  private static final String INSERT =
      """
      INSERT INTO knowledge.documents (collection_id, acl_id, name, size, content_type, created_by)
      VALUES (:collection, :acl, :name, :size, :type, :person)
      RETURNING id
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Rights rights;
  private final DocumentRows rows;
  private final ObjectStorage storage;
  private final long limitBytes;

  Uploads(
      Transactions transactions,
      JdbcClient jdbc,
      Rights rights,
      DocumentRows rows,
      ObjectStorage storage,
      long limitBytes) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.rights = rights;
    this.rows = rows;
    this.storage = storage;
    this.limitBytes = limitBytes;
  }

  record StartUpload(
      @NotNull UUID collectionId,
      @NotBlank @Size(max = 255) String name,
      @NotNull @PositiveOrZero Long size,
      @Nullable @Size(max = 200) String contentType,
      @Nullable String idempotencyKey) {}

  /**
   * A document and where its bytes go, by one of two ways.
   *
   * @param upload in one request
   * @param resumable in parts that a break does not lose
   */
  record UploadSession(Document document, SignedUpload upload, SignedUpload resumable) {}

  UploadSession start(StartUpload input) {
    Names.checked("name", input.name());
    String type = mediaType(input.contentType());
    Document document =
        transactions.call(
            () -> {
              long acl = rights.collection(input.collectionId(), CollectionRole.EDITOR);
              demandRoom(input.size());
              return rows.get(insert(input, acl, type));
            });
    return session(document);
  }

  boolean takes(long size) {
    return size <= limitBytes;
  }

  void demandRoom(long size) {
    if (!takes(size)) {
      throw new ProblemException(ProblemCode.TOO_LARGE);
    }
  }

  /** Outside of transactions: signing may ask the network. */
  UploadSession session(Document document) {
    Addresses addresses = addresses(document.id(), document.size(), document.contentType());
    return new UploadSession(document, addresses.upload(), addresses.resumable());
  }

  /** Where bytes go, by one of two ways. */
  record Addresses(SignedUpload upload, SignedUpload resumable) {}

  /** The same for any file of an id; outside of transactions, too. */
  Addresses addresses(UUID id, long size, String type) {
    String name = ClaimedDocument.objectName(id);
    return new Addresses(
        storage.signUpload(name, size, type, TTL), storage.signResumable(name, size, type, TTL));
  }

  private UUID insert(StartUpload input, long acl, String type) {
    return jdbc.sql(INSERT)
        .param("collection", input.collectionId())
        .param("acl", acl)
        .param("name", input.name().strip())
        .param("size", input.size())
        .param("type", type)
        .param("person", Caller.current().id())
        .query(UUID.class)
        .single();
  }

  /** What browsers say becomes a signed header; what is odd or missing becomes plain bytes. */
  static String mediaType(@Nullable String announced) {
    String type = announced == null ? "" : announced.strip().toLowerCase(Locale.ROOT);
    return MEDIA_TYPE.matcher(type).matches() ? type : ANY_TYPE;
  }
}
