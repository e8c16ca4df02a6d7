package app.madang.functions.documents;

import app.madang.contracts.ProblemCode;
import app.madang.functions.documents.Uploads.UploadSession;
import app.madang.runtime.Cursor;
import app.madang.runtime.Page;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import app.madang.runtime.storage.SignedUpload;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Up to 1,000 files announced in one call. Addresses come in portions, when they are needed: each
 * is signed over the network and lives only minutes.
 */
final class BulkUploads {

  private final Transactions transactions;
  private final Rights rights;
  private final BatchRows batches;
  private final FolderRows folders;
  private final Uploads uploads;

  BulkUploads(
      Transactions transactions,
      Rights rights,
      BatchRows batches,
      FolderRows folders,
      Uploads uploads) {
    this.transactions = transactions;
    this.rights = rights;
    this.batches = batches;
    this.folders = folders;
    this.uploads = uploads;
  }

  enum Duplicates {
    @JsonProperty("skip")
    SKIP,
    @JsonProperty("keep")
    KEEP
  }

  record NewFile(
      @NotBlank @Size(max = 255) String name,
      @NotNull @PositiveOrZero Long size,
      @Nullable @Size(max = 200) String contentType,
      @Nullable @Pattern(regexp = "[0-9a-f]{64}") String sha256) {}

  record StartUploads(
      @NotNull UUID collectionId,
      @NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid NewFile> files,
      @Nullable UUID folderId,
      @Nullable Duplicates duplicates,
      @Nullable String idempotencyKey) {}

  record Same(UUID documentId, String name, @Nullable UUID folderId) {}

  record FileProblem(String code, String message) {}

  record Announced(
      @Nullable UUID documentId, @Nullable Same duplicateOf, @Nullable FileProblem problem) {}

  record UploadBatch(UUID batchId, List<Announced> files) {}

  record BatchPage(@NotNull UUID batchId, @Nullable String cursor, @Nullable Integer limit) {}

  record UploadProgress(
      UUID batchId,
      UUID collectionId,
      int total,
      Map<String, Integer> counts,
      List<Document> items,
      @Nullable String nextCursor) {}

  record AddressUploads(
      @NotNull UUID batchId, @NotNull @Size(min = 1, max = 50) List<@NotNull UUID> documentIds) {}

  record Addressed(UUID documentId, SignedUpload upload, SignedUpload resumable) {

    static Addressed of(UploadSession session) {
      return new Addressed(session.document().id(), session.upload(), session.resumable());
    }
  }

  record UploadAddresses(List<Addressed> items) {}

  UploadBatch start(StartUploads input) {
    return transactions.call(
        () -> {
          long acl = rights.collection(input.collectionId(), CollectionRole.EDITOR);
          folders.demandIn(input.collectionId(), input.folderId());
          Map<String, Same> known =
              input.duplicates() == Duplicates.KEEP
                  ? new HashMap<>()
                  : batches.known(input.collectionId(), input.files());
          UUID[] ids = batches.ids(input.files().size() + 1);
          UUID batch = ids[input.files().size()];
          Announced[] told = new Announced[input.files().size()];
          for (int i = 0; i < told.length; i++) {
            told[i] = announced(input, i, ids[i], known);
          }
          batches.insert(input, acl, batch, told);
          return new UploadBatch(batch, List.of(told));
        });
  }

  /** The same bytes twice in one call are a duplicate too: of the first. */
  private Announced announced(StartUploads input, int index, UUID id, Map<String, Same> known) {
    NewFile file = input.files().get(index);
    if (Names.odd(file.name())) {
      return new Announced(null, null, new FileProblem("name", Words.of("file_name")));
    }
    if (!uploads.takes(file.size())) {
      return new Announced(null, null, new FileProblem("too_large", Words.of("file_size")));
    }
    if (file.sha256() != null && input.duplicates() != Duplicates.KEEP) {
      Same same =
          known.putIfAbsent(file.sha256(), new Same(id, file.name().strip(), input.folderId()));
      if (same != null) {
        return new Announced(null, same, null);
      }
    }
    return new Announced(id, null, null);
  }

  UploadProgress progress(BatchPage input) {
    int limit = Page.limit(input.limit());
    UUID after = Ids.ofCursor(input.cursor());
    return transactions.read(
        () -> {
          UUID collection = collection(input.batchId());
          Map<String, Integer> counts = batches.counts(input.batchId());
          Page<Document> page =
              Page.of(
                  batches.page(input.batchId(), after, limit + 1),
                  limit,
                  last -> Cursor.encode(last.id()));
          int total = counts.values().stream().mapToInt(Integer::intValue).sum();
          return new UploadProgress(
              input.batchId(), collection, total, counts, page.items(), page.nextCursor());
        });
  }

  UploadAddresses address(AddressUploads input) {
    List<Document> waiting =
        transactions.call(
            () -> {
              rights.collection(collection(input.batchId()), CollectionRole.EDITOR);
              return batches.waiting(input.batchId(), input.documentIds());
            });
    // outside the transaction: signing may ask the network
    return new UploadAddresses(
        waiting.stream().map(d -> Addressed.of(uploads.session(d))).toList());
  }

  private UUID collection(UUID batch) {
    return batches.collection(batch).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }
}
