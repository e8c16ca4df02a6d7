package app.madang.functions.ingestion.parse;

import app.madang.knowledge.FailureCode;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The container of old Office files, of HWP, and of new Office files under a password. */
final class OleContainer {

  private OleContainer() {}

  /** Why such a file is not read. */
  static UnreadableException refusal(Path file) {
    try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
      boolean locked = files.getRoot().hasEntryCaseInsensitive("EncryptedPackage");
      return locked
          ? new UnreadableException(FailureCode.ENCRYPTED, "an Office file under a password")
          : new UnreadableException(FailureCode.UNSUPPORTED, "an older binary format");
    } catch (IOException | RuntimeException e) {
      return new UnreadableException(FailureCode.BROKEN, e);
    }
  }
}
