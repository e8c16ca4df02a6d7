package app.madang.knowledge;

import java.util.List;
import java.util.UUID;

/** Writes a document's passages and everything that finds them by their words. */
public interface PassageWriter {

  /**
   * Replaces all passages of a document, in the caller's transaction. The same passages give the
   * same ids, so that a redelivered event changes nothing that anyone can see.
   *
   * @return how many passages the document has now
   */
  int replace(UUID documentId, List<NewPassage> passages);

  /**
   * Makes the words anew that an older version of the analysis made of a document, those of up to
   * 200 neighbouring passages a call, in the caller's transaction. Until it is committed, searches
   * read the old ones.
   *
   * @return how many passages were done; 0 when none is left, or the document is not in the index
   */
  int renew(UUID documentId);

  /**
   * Removes some passages of a document with their postings and vectors, in the caller's
   * transaction: about so many, as passages of one row of postings go together.
   *
   * @return how many were removed; 0 when none is left
   */
  int remove(UUID documentId, int limit);
}
