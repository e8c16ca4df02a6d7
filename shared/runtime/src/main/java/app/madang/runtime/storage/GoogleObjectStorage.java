package app.madang.runtime.storage;

import com.google.cloud.storage.Blob;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.HttpMethod;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Objects in a Cloud Storage bucket, by V4 signed addresses. */
public final class GoogleObjectStorage implements ObjectStorage {

  private final Storage storage;
  private final String bucket;

  /** A storage in a bucket. */
  public GoogleObjectStorage(Storage storage, String bucket) {
    this.storage = storage;
    this.bucket = bucket;
  }

  @Override
  public SignedUpload signUpload(String name, long size, String contentType, Duration ttl) {
    Map<String, String> conditions =
        Map.of("x-goog-if-generation-match", "0", "x-goog-content-length-range", size + "," + size);
    Instant expiresAt = Instant.now().plus(ttl);
    URL url =
        storage.signUrl(
            BlobInfo.newBuilder(bucket, name).setContentType(contentType).build(),
            ttl.toSeconds(),
            TimeUnit.SECONDS,
            Storage.SignUrlOption.withV4Signature(),
            Storage.SignUrlOption.httpMethod(HttpMethod.PUT),
            Storage.SignUrlOption.withContentType(),
            Storage.SignUrlOption.withExtHeaders(conditions));
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            contentType,
            "x-goog-if-generation-match",
            "0",
            "x-goog-content-length-range",
            size + "," + size);
    return new SignedUpload(URI.create(url.toString()), "PUT", headers, expiresAt);
  }

  @Override
  public URI signDownload(String name, String fileName, Duration ttl) {
    URL url =
        storage.signUrl(
            BlobInfo.newBuilder(bucket, name).build(),
            ttl.toSeconds(),
            TimeUnit.SECONDS,
            Storage.SignUrlOption.withV4Signature(),
            Storage.SignUrlOption.httpMethod(HttpMethod.GET),
            Storage.SignUrlOption.withQueryParams(
                Map.of(
                    "response-content-disposition",
                    Attachment.disposition(fileName),
                    "response-content-type",
                    "application/octet-stream")));
    return URI.create(url.toString());
  }

  @Override
  public InputStream open(String name, long generation) throws NoSuchFileException {
    try {
      Blob blob = storage.get(BlobId.of(bucket, name, generation));
      if (blob == null) {
        throw new NoSuchFileException(name);
      }
      return Channels.newInputStream(blob.reader(Blob.BlobSourceOption.generationMatch()));
    } catch (StorageException e) {
      if (e.getCode() == 404) {
        throw new NoSuchFileException(name);
      }
      throw e;
    }
  }

  @Override
  public StoredObject write(String name, String contentType, InputStream bytes) throws IOException {
    try {
      Blob blob =
          storage.createFrom(
              BlobInfo.newBuilder(bucket, name).setContentType(contentType).build(),
              bytes,
              Storage.BlobWriteOption.doesNotExist());
      return new StoredObject(name, blob.getGeneration(), blob.getSize());
    } catch (StorageException e) {
      if (e.getCode() == 412) {
        throw new FileAlreadyExistsException(name);
      }
      throw e;
    }
  }

  @Override
  public Optional<StoredObject> find(String name) {
    return Optional.ofNullable(storage.get(BlobId.of(bucket, name)))
        .map(blob -> new StoredObject(name, blob.getGeneration(), blob.getSize()));
  }

  @Override
  public void delete(String name) {
    storage.delete(BlobId.of(bucket, name));
  }
}
