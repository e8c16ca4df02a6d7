package app.madang.runtime.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Cloud Storage's contract on a folder: signed size, type and expiry, create-only, generations,
 * uploads in parts. A server at the origin verifies each request here before it takes or gives.
 */
public final class FilesystemObjectStorage implements ObjectStorage {

  /** What a session's address is signed for; its requests are PUTs. */
  public static final String SESSION = "SESSION";

  private static final Duration WEEK = Duration.ofDays(7);

  private final ObjectFiles files;
  private final AddressSigner signer;
  private final ConcurrentHashMap<String, ReentrantLock> uploads = new ConcurrentHashMap<>();

  /** A storage in a folder. */
  public FilesystemObjectStorage(Path root, URI origin, byte[] signingKey, Clock clock) {
    this.files = new ObjectFiles(root, clock);
    this.signer = new AddressSigner(origin, signingKey, clock);
  }

  @Override
  public SignedUpload signUpload(String name, long size, String contentType, Duration ttl) {
    Instant expiresAt = signer.now().plus(ttl);
    URI url = signer.sign(new SignedRequest("PUT", name, size, contentType, expiresAt));
    return new SignedUpload(url, "PUT", Map.of("Content-Type", contentType), expiresAt);
  }

  @Override
  public SignedUpload signResumable(String name, long size, String contentType, Duration ttl) {
    Instant expiresAt = signer.now().plus(ttl);
    URI url = signer.sign(new SignedRequest("POST", name, size, contentType, expiresAt));
    Map<String, String> headers = Map.of("Content-Type", contentType, "x-goog-resumable", "start");
    return new SignedUpload(url, "POST", headers, expiresAt);
  }

  /** The address of an upload in parts that a signed request begins. */
  public URI session(SignedRequest begun) {
    return signer.sign(
        new SignedRequest(
            SESSION, begun.name(), begun.size(), begun.detail(), signer.now().plus(WEEK)));
  }

  @Override
  public URI signDownload(String name, String fileName, Duration ttl) {
    return signer.sign(new SignedRequest("GET", name, 0, fileName, signer.now().plus(ttl)));
  }

  @Override
  public InputStream open(String name, long generation) throws IOException {
    return Files.newInputStream(files.file(name, generation));
  }

  @Override
  public StoredObject write(String name, String contentType, InputStream bytes) throws IOException {
    ReentrantLock lock = uploads.computeIfAbsent(name, key -> new ReentrantLock());
    lock.lock();
    try {
      if (files.find(name).isPresent()) {
        throw new FileAlreadyExistsException(name);
      }
      Path partial = files.partial(name);
      Files.copy(bytes, partial, StandardCopyOption.REPLACE_EXISTING);
      return files.create(name, partial);
    } finally {
      lock.unlock();
      uploads.remove(name, lock);
    }
  }

  @Override
  public Optional<StoredObject> find(String name) {
    return files.find(name);
  }

  @Override
  public void delete(String name) {
    try {
      files.delete(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a request may do; empty when forged, changed or expired. */
  public Optional<SignedRequest> verify(String method, String name, Map<String, String> query) {
    return signer.verify(method, name, query);
  }

  /** Bytes received so far. */
  public UploadProgress progress(SignedRequest upload) throws IOException {
    Optional<StoredObject> object = files.find(upload.name());
    return object.isPresent()
        ? new UploadProgress(object.get().size(), object)
        : new UploadProgress(sizeOf(files.partial(upload.name())), Optional.empty());
  }

  /**
   * Takes bytes of an upload.
   *
   * @param first where they begin; bytes that do not follow what is there are not taken
   * @throws UploadRefused when the object exists, is being written, or more bytes come than signed
   */
  public UploadProgress receive(SignedRequest upload, long first, InputStream body)
      throws IOException {
    ReentrantLock lock = uploads.computeIfAbsent(upload.name(), name -> new ReentrantLock());
    if (!lock.tryLock()) {
      throw new UploadRefused(409, "another request is writing this object");
    }
    try {
      if (files.find(upload.name()).isPresent()) {
        throw new UploadRefused(412, "the object exists");
      }
      return append(upload, first, body);
    } finally {
      lock.unlock();
      uploads.remove(upload.name(), lock);
    }
  }

  private UploadProgress append(SignedRequest upload, long first, InputStream body)
      throws IOException {
    Path partial = files.partial(upload.name());
    if (first != 0 && first != sizeOf(partial)) {
      return new UploadProgress(sizeOf(partial), Optional.empty());
    }
    try (FileChannel channel =
            FileChannel.open(partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        OutputStream out = Channels.newOutputStream(channel)) {
      channel.truncate(first);
      channel.position(first);
      copy(body, out, upload.size() - first);
      channel.force(true);
    }
    long received = sizeOf(partial);
    return received == upload.size()
        ? new UploadProgress(received, Optional.of(files.create(upload.name(), partial)))
        : new UploadProgress(received, Optional.empty());
  }

  private static void copy(InputStream body, OutputStream out, long room) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long left = room;
    for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
      if (n > left) {
        throw new UploadRefused(413, "more bytes than announced");
      }
      out.write(buffer, 0, n);
      left -= n;
    }
  }

  private static long sizeOf(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }
}
