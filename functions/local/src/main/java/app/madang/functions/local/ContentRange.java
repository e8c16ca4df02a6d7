package app.madang.functions.local;

import app.madang.runtime.storage.UploadRefused;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes of an upload a request carries.
 *
 * @param first where they begin
 * @param asksOnly it carries none and asks how far the upload is
 */
record ContentRange(long first, boolean asksOnly) {

  private static final Pattern PART = Pattern.compile("bytes (\\d{1,15})-(\\d{1,15})/(\\d{1,15})");

  static ContentRange of(@Nullable String header, long size) throws UploadRefused {
    if (header == null) {
      return new ContentRange(0, false);
    }
    if (header.equals("bytes */" + size)) {
      return new ContentRange(0, true);
    }
    Matcher matcher = PART.matcher(header);
    if (!matcher.matches() || Long.parseLong(matcher.group(3)) != size) {
      throw new UploadRefused(400, "the range does not fit the signed size");
    }
    return new ContentRange(Long.parseLong(matcher.group(1)), false);
  }
}
