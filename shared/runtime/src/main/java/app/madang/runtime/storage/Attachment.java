package app.madang.runtime.storage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The header that makes a browser save a download (RFC 6266). */
public final class Attachment {

  private Attachment() {}

  /** {@code Content-Disposition} with the name in UTF-8. */
  public static String disposition(String fileName) {
    String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename*=UTF-8''" + encoded;
  }
}
