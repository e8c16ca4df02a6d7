package app.madang.functions.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes of a file a download asks for.
 *
 * @param end behind the last; no bytes when it is not above the first
 */
record ByteRange(long first, long end) {

  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");
  private static final int BLOCK = 64 * 1024;

  /** The one range of a header; none, and with it the whole file, where it says anything else. */
  static Optional<ByteRange> of(@Nullable String header, long size) {
    Matcher matcher = ONE.matcher(header == null ? "" : header);
    if (!matcher.matches() || matcher.group().length() == "bytes=-".length()) {
      return Optional.empty();
    }
    if (matcher.group(1).isEmpty()) {
      long last = Long.parseLong(matcher.group(2));
      return Optional.of(new ByteRange(Math.max(0, size - last), last == 0 ? 0 : size));
    }
    long first = Long.parseLong(matcher.group(1));
    long end = matcher.group(2).isEmpty() ? size : Long.parseLong(matcher.group(2)) + 1;
    return end <= first ? Optional.empty() : Optional.of(new ByteRange(first, Math.min(end, size)));
  }

  boolean isEmpty() {
    return end <= first;
  }

  long length() {
    return end - first;
  }

  /** As {@code Content-Range} says it. */
  String header(long size) {
    return "bytes " + first + "-" + (end - 1) + "/" + size;
  }

  /** Copies these bytes of a file that is read from its start. */
  void copy(InputStream file, OutputStream out) throws IOException {
    file.skipNBytes(first);
    byte[] block = new byte[BLOCK];
    long left = length();
    while (left > 0) {
      int read = file.readNBytes(block, 0, (int) Math.min(BLOCK, left));
      if (read == 0) {
        return;
      }
      out.write(block, 0, read);
      left -= read;
    }
  }
}
