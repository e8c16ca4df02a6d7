package app.madang.runtime.storage;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Objects by opaque name. An object is created once and never changes; bytes go past functions. */
public interface ObjectStorage {

  /** An address that takes exactly one object of this size and type, once, until it expires. */
  SignedUpload signUpload(String name, long size, String contentType, Duration ttl);

  /**
   * An address that begins an upload in parts of one object of this size and type, until it
   * expires, as Cloud Storage has it: a POST without a body answers 201 and, as {@code Location},
   * the session's address, good for a week. There each PUT says by {@code Content-Range} which
   * bytes it brings, multiples of 256 KiB but for the last ones; 308 and {@code Range} say what has
   * arrived, 200 that all has; {@code Content-Range: bytes *}{@code /SIZE} only asks.
   */
  SignedUpload signResumable(String name, long size, String contentType, Duration ttl);

  /** An address that gives the object, always as an attachment, until it expires. */
  URI signDownload(String name, String fileName, Duration ttl);

  /**
   * Reads one generation of an object.
   *
   * @throws java.nio.file.NoSuchFileException when that generation is not there
   */
  InputStream open(String name, long generation) throws IOException;

  /**
   * Makes an object of bytes that a function holds; nobody is notified by a folder.
   *
   * @throws java.nio.file.FileAlreadyExistsException when an object has that name
   */
  StoredObject write(String name, String contentType, InputStream bytes) throws IOException;

  /** The object as it is stored now. */
  Optional<StoredObject> find(String name);

  /** Removes an object; one that is not there counts as removed. */
  void delete(String name);
}
