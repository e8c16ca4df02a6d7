package app.madang.functions.documents.source;

import app.madang.functions.documents.source.Fetched.Outcome;
import com.google.api.gax.paging.Page;
import com.google.cloud.storage.Blob;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Objects of a Cloud Storage bucket below a prefix; an object's generation is its revision. */
final class BucketSource implements Source {

  private static final int AT_ONCE = 500;

  private final Storage storage;
  private final String bucket;
  private final String prefix;
  private final long mostBytes;

  BucketSource(Storage storage, SourceSettings settings, long mostBytes) {
    this.storage = storage;
    this.bucket = settings.bucket() == null ? "" : settings.bucket();
    this.prefix = settings.prefix() == null ? "" : settings.prefix();
    this.mostBytes = mostBytes;
  }

  @Override
  public Listing list(@Nullable String cursor, @Nullable String checkpoint) {
    List<Storage.BlobListOption> options = new ArrayList<>();
    options.add(Storage.BlobListOption.prefix(prefix));
    options.add(Storage.BlobListOption.pageSize(AT_ONCE));
    options.add(
        Storage.BlobListOption.fields(Storage.BlobField.GENERATION, Storage.BlobField.SIZE));
    if (cursor != null) {
      options.add(Storage.BlobListOption.pageToken(cursor));
    }
    try {
      Page<Blob> page = storage.list(bucket, options.toArray(Storage.BlobListOption[]::new));
      List<SourceItem> found = new ArrayList<>();
      for (Blob blob : page.getValues()) {
        // what ends in a slash stands for a folder
        if (!blob.getName().endsWith("/")) {
          found.add(
              SourceItem.listed(blob.getName(), leaf(blob.getName()), "" + blob.getGeneration()));
        }
      }
      String token = page.getNextPageToken();
      return new Listing(
          found, List.of(), token == null || token.isEmpty() ? null : token, null, true);
    } catch (StorageException e) {
      throw failed(e);
    }
  }

  @Override
  public Fetched fetch(SourceItem item, Path into) {
    try {
      Blob blob = storage.get(BlobId.of(bucket, item.id()));
      if (blob == null) {
        return Fetched.of(Outcome.GONE);
      }
      if (blob.getSize() > mostBytes) {
        return Fetched.leftOut("too_large", List.of());
      }
      try (var in =
          java.nio.channels.Channels.newInputStream(
              storage.reader(BlobId.of(bucket, item.id(), blob.getGeneration())))) {
        Files.copy(in, into, StandardCopyOption.REPLACE_EXISTING);
      }
      String type = blob.getContentType();
      return Fetched.read(
          item.name(), type == null ? "application/octet-stream" : type, item.listed(), List.of());
    } catch (StorageException e) {
      if (e.getCode() == 404) {
        return Fetched.of(Outcome.GONE);
      }
      throw failed(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceFailed failed(StorageException e) {
    return new SourceFailed(
        switch (e.getCode()) {
          case 401, 403 -> "forbidden";
          case 404 -> "not_found";
          case 429 -> "rate_limited";
          default -> "unreachable";
        },
        null,
        e.getCode() == 400);
  }

  private static String leaf(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
