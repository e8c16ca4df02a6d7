package app.madang.functions.ingestion.parse;

import app.madang.knowledge.FailureCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * The container of an HWP file: looks at its flags and at what it unpacks to, and leaves out what
 * has no words. hwplib unpacks every picture and counts nothing.
 */
final class HwpContainer {

  static final String HEADER = "FileHeader";

  private static final String SIGNATURE = "HWP Document File";
  private static final int FLAGS = 36;
  private static final int COMPRESSED = 1;
  private static final int PASSWORD = 1 << 1;
  private static final int DISTRIBUTION = 1 << 2;
  private static final int RIGHTS = 1 << 4 | 1 << 8 | 1 << 10;

  /** A page of text is a few kilobytes of records. */
  private static final long LARGEST = 64L * 1024 * 1024;

  private HwpContainer() {}

  /** The same file with nothing but its text. */
  static InputStream withoutPictures(Path file) throws IOException {
    try (POIFSFileSystem whole = new POIFSFileSystem(file.toFile(), true);
        POIFSFileSystem slim = new POIFSFileSystem()) {
      DirectoryEntry root = whole.getRoot();
      boolean compressed = (flags(root) & COMPRESSED) != 0;
      copy(root, HEADER, slim.getRoot());
      long unpacked = unpacked(root, "DocInfo", compressed);
      copy(root, "DocInfo", slim.getRoot());
      DirectoryEntry body = (DirectoryEntry) root.getEntryCaseInsensitive("BodyText");
      DirectoryEntry copied = slim.getRoot().createDirectory("BodyText");
      for (Entry section : body) {
        if (section instanceof DocumentEntry) {
          unpacked += unpacked(body, section.getName(), compressed);
          copy(body, section.getName(), copied);
        }
        if (unpacked > LARGEST) {
          throw new UnreadableException(FailureCode.TOO_COMPLEX, "unpacks to too much");
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      slim.writeFilesystem(out);
      return new ByteArrayInputStream(out.toByteArray());
    } catch (ClassCastException e) {
      throw new UnreadableException(FailureCode.BROKEN, e);
    }
  }

  private static int flags(DirectoryEntry root) throws IOException {
    byte[] header = new byte[FLAGS + 4];
    try (DocumentInputStream in =
        new DocumentInputStream((DocumentEntry) root.getEntryCaseInsensitive(HEADER))) {
      if (in.readNBytes(header, 0, header.length) < header.length) {
        throw new UnreadableException(FailureCode.BROKEN, "a short header");
      }
    }
    if (!new String(header, StandardCharsets.ISO_8859_1).startsWith(SIGNATURE)) {
      throw new UnreadableException(FailureCode.UNSUPPORTED, "an older binary format");
    }
    int flags =
        (header[FLAGS] & 0xFF) | (header[FLAGS + 1] & 0xFF) << 8 | (header[FLAGS + 2] & 0xFF) << 16;
    if ((flags & PASSWORD) != 0) {
      throw new UnreadableException(FailureCode.ENCRYPTED, "an HWP file under a password");
    }
    if ((flags & (DISTRIBUTION | RIGHTS)) != 0) {
      throw new UnreadableException(FailureCode.PROTECTED, "for distribution only");
    }
    return flags;
  }

  private static void copy(DirectoryEntry from, String name, DirectoryEntry to) throws IOException {
    try (DocumentInputStream in =
        new DocumentInputStream((DocumentEntry) from.getEntryCaseInsensitive(name))) {
      to.createDocument(name, in);
    }
  }

  private static long unpacked(DirectoryEntry from, String name, boolean compressed)
      throws IOException {
    DocumentEntry entry = (DocumentEntry) from.getEntryCaseInsensitive(name);
    if (!compressed) {
      return entry.getSize();
    }
    Inflater inflater = new Inflater(true);
    byte[] buffer = new byte[64 * 1024];
    long unpacked = 0;
    try (InputStream in = new InflaterInputStream(new DocumentInputStream(entry), inflater)) {
      for (int n = in.read(buffer); n >= 0 && unpacked <= LARGEST; n = in.read(buffer)) {
        unpacked += n;
      }
    } catch (ZipException e) {
      throw new UnreadableException(FailureCode.BROKEN, e);
    } finally {
      inflater.end();
    }
    return unpacked;
  }
}
