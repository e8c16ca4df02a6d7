package app.madang.knowledge.internal;

/** What searches see: what can be read, in its current version, until it expires. */
final class Searchable {

  /** Whether document {@code d} is seen. */
  static final String DOCUMENT =
      """
      d.status IN ('CHUNKED', 'READY') AND d.standing = 'current'
        AND (d.expires_at IS NULL OR d.expires_at > now())
      """;

  /** The opposite, in the words of the partial indexes that find such documents. */
  static final String NOT =
      """
      (d.status NOT IN ('CHUNKED', 'READY') OR d.standing <> 'current'
        OR d.expires_at IS NOT NULL AND d.expires_at <= now())
      """;

  private Searchable() {}
}
