package app.madang.functions.chat;

import app.madang.knowledge.Hit;
import app.madang.knowledge.Location;
import app.madang.models.Quotation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passage that an answer rests on.
 *
 * @param number how the answer's text names it: {@code [1]}
 * @param location where the quote stands, not only its passage
 * @param quote the sentences of the passage that it rests on
 * @param available false when the reader can no longer see the passage; null otherwise
 */
record Citation(
    int number,
    UUID passageId,
    UUID documentId,
    String documentName,
    Location location,
    String quote,
    @Nullable Boolean available) {

  static Citation of(int number, Hit hit, String about) {
    String quote = Quotation.of(hit.text(), about);
    return new Citation(
        number,
        hit.passageId(),
        hit.documentId(),
        hit.documentName(),
        hit.locationOf(quote),
        quote,
        null);
  }

  /** As who can no longer see its passage gets it: without its words. */
  Citation withheld() {
    return new Citation(number, passageId, documentId, documentName, location, "", false);
  }
}
