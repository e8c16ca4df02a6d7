package app.madang.functions.ingestion;

import app.madang.functions.ingestion.ocr.ScannedPages;
import app.madang.functions.ingestion.sandbox.ParseOutcome;
import app.madang.functions.ingestion.sandbox.ParseOutcome.Unreadable;
import app.madang.functions.ingestion.sandbox.Sandbox;
import app.madang.knowledge.ClaimedDocument;
import app.madang.knowledge.FailureCode;
import app.madang.runtime.storage.ObjectStorage;
import app.madang.runtime.storage.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Fetches the very generation of a document's bytes and has it parsed. */
final class DocumentParsing {

  private final ObjectStorage storage;
  private final Sandbox sandbox;
  private final Optional<ScannedPages> scans;
  private final long mostBytes;

  DocumentParsing(
      ObjectStorage storage, Sandbox sandbox, Optional<ScannedPages> scans, long mostBytes) {
    this.storage = storage;
    this.sandbox = sandbox;
    this.scans = scans;
    this.mostBytes = mostBytes;
  }

  /**
   * Parses a document.
   *
   * @param wanted asked now and then, when it takes long, whether somebody still waits for it
   * @throws UncheckedIOException when storage or this machine fails: a later delivery may succeed
   */
  Reading parse(ClaimedDocument document, BooleanSupplier wanted) {
    String name = ClaimedDocument.objectName(document.id());
    Optional<Long> generation =
        Optional.ofNullable(document.objectGeneration())
            .or(() -> storage.find(name).map(StoredObject::generation));
    if (generation.isEmpty()) {
      return unread(FailureCode.UPLOAD_EXPIRED);
    }
    try (Workspace workspace = Workspace.open()) {
      Path file = workspace.folder().resolve("document");
      Optional<String> sha256 = fetch(name, generation.get(), file);
      if (sha256.isEmpty()) {
        return unread(FailureCode.TOO_LARGE);
      }
      ParseOutcome outcome = sandbox.parse(file, workspace.folder());
      ParseOutcome whole =
          scans.isEmpty() ? outcome : scans.get().read(outcome, file, workspace.folder(), wanted);
      return new Reading(whole, sha256.get());
    } catch (NoSuchFileException e) {
      return unread(FailureCode.UPLOAD_EXPIRED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while parsing", e);
    }
  }

  private static Reading unread(FailureCode code) {
    return new Reading(new Unreadable(code), null);
  }

  /**
   * The hash of what was fetched, or nothing when there is more than the limit; what was announced
   * is not believed.
   */
  private Optional<String> fetch(String name, long generation, Path file) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    MessageDigest digest = sha256();
    long fetched = 0;
    try (InputStream in = storage.open(name, generation);
        OutputStream out = Files.newOutputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        fetched += n;
        if (fetched > mostBytes) {
          return Optional.empty();
        }
        digest.update(buffer, 0, n);
        out.write(buffer, 0, n);
      }
    }
    return Optional.of(HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java knows SHA-256", e);
    }
  }
}
