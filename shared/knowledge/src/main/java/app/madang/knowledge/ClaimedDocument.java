package app.madang.knowledge;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document that is to be read now.
 *
 * @param name the file's name, for its extension; the content decides
 * @param contentType as the browser announced it; the content decides
 * @param size as announced
 * @param objectGeneration the generation of its bytes in storage; null when no notification told it
 */
public record ClaimedDocument(
    UUID id, String name, String contentType, long size, @Nullable Long objectGeneration) {

  /** The name of a document's bytes in object storage. */
  public static String objectName(UUID documentId) {
    return "documents/" + documentId;
  }
}
