package app.madang.functions.documents;

import app.madang.contracts.ProblemCode;
import app.madang.knowledge.ClaimedDocument;
import app.madang.knowledge.DocumentStatus;
import app.madang.knowledge.FailureCode;
import app.madang.runtime.Cursor;
import app.madang.runtime.Page;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import app.madang.runtime.storage.ObjectStorage;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looking at documents: a collection's list, one state, the original file. */
final class DocumentList {

  private static final Duration DOWNLOAD_TTL = Duration.ofSeconds(60);

  private final Transactions transactions;
  private final Rights rights;
  private final DocumentRows rows;
  private final ObjectStorage storage;
  private final ArrivedUploads arrived;

  DocumentList(
      Transactions transactions,
      Rights rights,
      DocumentRows rows,
      ObjectStorage storage,
      ArrivedUploads arrived) {
    this.transactions = transactions;
    this.rights = rights;
    this.rows = rows;
    this.storage = storage;
    this.arrived = arrived;
  }

  record ListDocuments(
      @NotNull UUID collectionId,
      @Nullable @Size(max = 200) String query,
      @Nullable @Pattern(regexp = "top|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") String folder,
      @Nullable @Size(max = 50) String tag,
      @Nullable String cursor,
      @Nullable Integer limit) {}

  record DocumentId(@NotNull UUID documentId) {}

  record SignedAddress(URI url, Instant expiresAt) {}

  Page<Document> list(ListDocuments input) {
    int limit = Page.limit(input.limit());
    UUID before = Ids.ofCursor(input.cursor());
    List<Document> found =
        transactions.read(
            () -> {
              rights.collection(input.collectionId(), CollectionRole.READER);
              return rows.page(input, before, limit + 1);
            });
    arrived.lookFor(found);
    return Page.of(found, limit, last -> Cursor.encode(last.id()));
  }

  Document get(DocumentId input) {
    Document document = transactions.read(() -> rows.get(input.documentId()));
    arrived.lookFor(List.of(document));
    return document;
  }

  SignedAddress download(DocumentId input) {
    Document document = get(input);
    boolean neverCame =
        document.failure() != null
            && document.failure().code().equals(FailureCode.UPLOAD_EXPIRED.code());
    if (document.status() == DocumentStatus.UPLOADING || neverCame) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
    Instant expiresAt = Instant.now().plus(DOWNLOAD_TTL);
    URI url =
        storage.signDownload(
            ClaimedDocument.objectName(document.id()), document.name(), DOWNLOAD_TTL);
    return new SignedAddress(url, expiresAt);
  }
}
