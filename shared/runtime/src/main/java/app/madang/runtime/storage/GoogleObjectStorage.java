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
import java.util.HashMap;
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
    return sign(HttpMethod.PUT, name, contentType, conditions(size), ttl);
  }

  @Override
  public SignedUpload signResumable(String name, long size, String contentType, Duration ttl) {
    Map<String, String> headers = new HashMap<>(conditions(size));
    headers.put("x-goog-resumable", "start");
    return sign(HttpMethod.POST, name, contentType, headers, ttl);
  }

  /** Create only, and of exactly this size. */
  private static Map<String, String> conditions(long size) {
    return Map.of(
        "x-goog-if-generation-match", "0", "x-goog-content-length-range", size + "," + size);
  }

  private SignedUpload sign(
      HttpMethod method,
      String name,
      String contentType,
      Map<String, String> conditions,
      Duration ttl) {
    Instant expiresAt = Instant.now().plus(ttl);
    // the library signs the type of a V4 address only when it is among the headers
    Map<String, String> headers = new HashMap<>(conditions);
    headers.put("Content-Type", contentType);
    URL url =
        storage.signUrl(
            BlobInfo.newBuilder(bucket, name).build(),
            ttl.toSeconds(),
            TimeUnit.SECONDS,
            Storage.SignUrlOption.withV4Signature(),
            Storage.SignUrlOption.httpMethod(method),
            Storage.SignUrlOption.withExtHeaders(headers));
    return new SignedUpload(URI.create(url.toString()), method.name(), headers, expiresAt);
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
