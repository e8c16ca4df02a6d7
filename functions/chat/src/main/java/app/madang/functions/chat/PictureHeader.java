package app.madang.functions.chat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a picture says of itself in its first bytes: its kind and its size. Names and declared types
 * are not asked, and nothing is decoded.
 */
record PictureHeader(String mediaType, int width, int height) {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** None when it is no picture that models take. */
  static Optional<PictureHeader> of(byte[] bytes) {
    try {
      return Optional.ofNullable(read(bytes))
          .filter(found -> found.width > 0 && found.height > 0)
          .filter(found -> Math.max(found.width, found.height) <= Picture.LONGEST);
    } catch (ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static @Nullable PictureHeader read(byte[] bytes) {
    if (starts(bytes, 0, PNG) && says(bytes, 12, "IHDR")) {
      return new PictureHeader("image/png", big(bytes, 16, 4), big(bytes, 20, 4));
    }
    if (says(bytes, 0, "GIF87a") || says(bytes, 0, "GIF89a")) {
      return new PictureHeader("image/gif", little(bytes, 6, 2), little(bytes, 8, 2));
    }
    if (says(bytes, 0, "RIFF") && says(bytes, 8, "WEBP")) {
      return webp(bytes);
    }
    return big(bytes, 0, 3) == 0xffd8ff ? jpeg(bytes) : null;
  }

  private static @Nullable PictureHeader webp(byte[] bytes) {
    if (says(bytes, 12, "VP8X")) {
      return new PictureHeader("image/webp", little(bytes, 24, 3) + 1, little(bytes, 27, 3) + 1);
    }
    if (says(bytes, 12, "VP8L") && bytes[20] == 0x2f) {
      int packed = little(bytes, 21, 4);
      return new PictureHeader("image/webp", (packed & 0x3fff) + 1, (packed >>> 14 & 0x3fff) + 1);
    }
    return says(bytes, 12, "VP8 ") && big(bytes, 23, 3) == 0x9d012a
        ? new PictureHeader(
            "image/webp", little(bytes, 26, 2) & 0x3fff, little(bytes, 28, 2) & 0x3fff)
        : null;
  }

  /** Walks the segments to the one that begins the frame. */
  private static @Nullable PictureHeader jpeg(byte[] bytes) {
    int at = 2;
    while (bytes[at] == (byte) 0xff) {
      int marker = bytes[at + 1] & 0xff;
      boolean frame = marker >= 0xc0 && marker <= 0xcf;
      // between the frames' markers stand tables and an extension
      if (frame && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
        return new PictureHeader("image/jpeg", big(bytes, at + 7, 2), big(bytes, at + 5, 2));
      }
      at += marker == 0xff ? 1 : 2 + Math.max(2, big(bytes, at + 2, 2));
    }
    return null;
  }

  private static boolean says(byte[] bytes, int at, String word) {
    return starts(bytes, at, word.getBytes(StandardCharsets.US_ASCII));
  }

  private static boolean starts(byte[] bytes, int at, byte[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (at + i >= bytes.length || bytes[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static int big(byte[] bytes, int at, int length) {
    int value = 0;
    for (int i = 0; i < length; i++) {
      value = value << 8 | bytes[at + i] & 0xff;
    }
    return value;
  }

  private static int little(byte[] bytes, int at, int length) {
    int value = 0;
    for (int i = length - 1; i >= 0; i--) {
      value = value << 8 | bytes[at + i] & 0xff;
    }
    return value;
  }
}
