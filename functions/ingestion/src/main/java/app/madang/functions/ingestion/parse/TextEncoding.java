package app.madang.functions.ingestion.parse;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds how a text file is encoded: byte order mark, UTF-16 by its zeros, else UTF-8 or CP949. */
final class TextEncoding {

  private static final int SAMPLE = 64 * 1024;
  private static final long LOOKED_AT = 32L * 1024 * 1024;
  private static final Charset KOREAN = Charset.forName("x-windows-949");

  private TextEncoding() {}

  /** Opens a text file, past its byte order mark. */
  static Reader open(Path file) throws IOException {
    return open(file, of(file));
  }

  /** Opens a text file of a known encoding, past its byte order mark. */
  static Reader open(Path file, Charset charset) throws IOException {
    PushbackReader reader =
        new PushbackReader(
            new InputStreamReader(
                new BufferedInputStream(Files.newInputStream(file), SAMPLE), charset),
            1);
    int first = reader.read();
    if (first >= 0 && first != 0xFEFF) {
      reader.unread(first);
    }
    return reader;
  }

  /** The encoding of a text file. */
  static Charset of(Path file) throws IOException {
    byte[] sample = sample(file);
    if (starts(sample, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (starts(sample, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (starts(sample, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    int even = zeros(sample, 0);
    int odd = zeros(sample, 1);
    if (even + odd > sample.length / 10) {
      // ASCII in UTF-16 has its zeros on one side only
      if (odd > 20 * even) {
        return StandardCharsets.UTF_16LE;
      }
      if (even > 20 * odd) {
        return StandardCharsets.UTF_16BE;
      }
    }
    long utf8 = misfits(file, StandardCharsets.UTF_8);
    if (utf8 == 0) {
      return StandardCharsets.UTF_8;
    }
    return misfits(file, KOREAN) < utf8 ? KOREAN : StandardCharsets.UTF_8;
  }

  private static byte[] sample(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(SAMPLE);
    }
  }

  private static long misfits(Path file, Charset charset) throws IOException {
    long misfits = 0;
    long looked = 0;
    char[] buffer = new char[SAMPLE];
    try (Reader reader = open(file, charset)) {
      for (int n = reader.read(buffer); n >= 0 && looked < LOOKED_AT; n = reader.read(buffer)) {
        for (int i = 0; i < n; i++) {
          if (buffer[i] == 0xFFFD) {
            misfits++;
          }
        }
        looked += n;
      }
    }
    return misfits;
  }

  private static int zeros(byte[] sample, int from) {
    int zeros = 0;
    for (int i = from; i < sample.length; i += 2) {
      if (sample[i] == 0) {
        zeros++;
      }
    }
    return zeros;
  }

  private static boolean starts(byte[] sample, int... bytes) {
    if (sample.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((sample[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
