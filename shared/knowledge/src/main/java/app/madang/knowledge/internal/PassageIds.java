package app.madang.knowledge.internal;

import app.madang.knowledge.NewPassage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Names a passage by its document, place and text: reading a file again gives the same ids. */
final class PassageIds {

  private PassageIds() {}

  static UUID of(UUID documentId, int ordinal, NewPassage passage) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((documentId + ":" + ordinal + ":").getBytes(StandardCharsets.UTF_8));
      ByteBuffer hash =
          ByteBuffer.wrap(digest.digest(passage.text().getBytes(StandardCharsets.UTF_8)));
      // RFC 9562 version 8 (made by the application), variant 2
      long high = hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x8000L;
      long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
      return new UUID(high, low);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
