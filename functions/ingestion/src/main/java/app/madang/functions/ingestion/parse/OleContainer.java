package app.madang.functions.ingestion.parse;

import app.madang.knowledge.FailureCode;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The container of old Office files, of HWP, and of new Office files under a password. */
final class OleContainer {

  private OleContainer() {}

  /** The format, when it is one that is read. */
  static Format format(Path file) {
    try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
      if (files.getRoot().hasEntryCaseInsensitive(HwpContainer.HEADER)) {
        return Format.HWP;
      }
      boolean locked = files.getRoot().hasEntryCaseInsensitive("EncryptedPackage");
      throw locked
          ? new UnreadableException(FailureCode.ENCRYPTED, "an Office file under a password")
          : new UnreadableException(FailureCode.UNSUPPORTED, "an older binary format");
    } catch (UnreadableException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new UnreadableException(FailureCode.BROKEN, e);
    }
  }
}
