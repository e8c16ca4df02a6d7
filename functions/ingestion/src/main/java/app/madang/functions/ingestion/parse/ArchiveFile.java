package app.madang.functions.ingestion.parse;

import app.madang.knowledge.FailureCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A zip of documents: each entry is read as the file that it is, in the archive's order. */
final class ArchiveFile implements FormatReader {

  /** What Korean Windows names files in, without saying so. */
  private static final Charset KOREAN = Charset.forName("x-windows-949");

  @Override
  public void read(Path file, DocumentSink sink) throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        if (!entry.isDirectory() && !entry.isUnixSymlink()) {
          entry(zip, entry, name(entry), sink);
        }
      }
    }
  }

  private static void entry(ZipFile zip, ZipArchiveEntry entry, String name, DocumentSink sink) {
    if (isNoise(name)) {
      return;
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      sink.omitted(name, FailureCode.ENCRYPTED);
      return;
    }
    if (!zip.canReadEntryData(entry)) {
      sink.omitted(name, FailureCode.UNSUPPORTED);
      return;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      sink.enclosed(name, in);
    } catch (IOException e) {
      sink.omitted(name, FailureCode.BROKEN);
    }
  }

  /** What systems put beside people's files. */
  private static boolean isNoise(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return name.startsWith("__MACOSX/")
        || last.startsWith("._")
        || last.equals(".DS_Store")
        || last.equalsIgnoreCase("Thumbs.db")
        || last.equalsIgnoreCase("desktop.ini");
  }

  /** The name in UTF-8 when it says so or is so, else in the code page of Korean Windows. */
  private static String name(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    if (raw == null || entry.getGeneralPurposeBit().usesUTF8ForNames()) {
      return entry.getName();
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      return new String(raw, KOREAN);
    }
  }
}
