package app.madang.functions.documents;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.ProblemException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the caller may do with a collection or document. What they may not see does not exist for
 * them (404); what they see but may not change is forbidden (403). The row policies hold the same
 * rules once more.
 */
final class Rights {

  /** The caller's role by a row's acl_id. */
  static final String ROLE =
      """
      CASE WHEN acl_id = ANY ((SELECT identity.owned_acls())::bigint[]) THEN 'OWNER'
           WHEN acl_id = ANY ((SELECT identity.editable_acls())::bigint[]) THEN 'EDITOR'
           ELSE 'READER' END AS role
      """;

  private static final String COLLECTION =
      "SELECT acl_id, "
          + ROLE
          + " FROM knowledge.collections WHERE id = :id AND deleted_at IS NULL";

  private static final String DOCUMENT =
      "SELECT acl_id, "
          + ROLE
          + " FROM knowledge.documents WHERE id = :id AND status <> 'DELETING'";

  private static final String FOLDER =
      "SELECT acl_id, " + ROLE + " FROM knowledge.folders WHERE id = :id";

  private final JdbcClient jdbc;

  Rights(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Right(long aclId, CollectionRole role) {}

  /** Demands a role on a collection and gives its acl. */
  long collection(UUID id, CollectionRole needed) {
    return check(jdbc.sql(COLLECTION).param("id", id).query(Right.class).optional(), needed);
  }

  /** Demands a role on a document and gives its acl. */
  long document(UUID id, CollectionRole needed) {
    return check(jdbc.sql(DOCUMENT).param("id", id).query(Right.class).optional(), needed);
  }

  /** Demands a role on a folder, which is its collection's. */
  long folder(UUID id, CollectionRole needed) {
    return check(jdbc.sql(FOLDER).param("id", id).query(Right.class).optional(), needed);
  }

  private static long check(Optional<Right> found, CollectionRole needed) {
    Right right = found.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    if (!right.role().includes(needed)) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    return right.aclId();
  }
}
