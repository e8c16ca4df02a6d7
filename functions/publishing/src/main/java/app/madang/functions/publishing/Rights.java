package app.madang.functions.publishing;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.ProblemException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the caller may do with a tool. What they may not see does not exist for them (404); what
 * they see but may not change is forbidden (403). The row policies hold the same rules once more.
 */
final class Rights {

  /** The caller's role by a row's acl_id; null for a reviewer who has none. */
  static final String ROLE =
      """
      CASE WHEN acl_id = ANY ((SELECT identity.owned_acls())::bigint[]) THEN 'OWNER'
           WHEN acl_id = ANY ((SELECT identity.editable_acls())::bigint[]) THEN 'EDITOR'
           WHEN acl_id = ANY ((SELECT identity.visible_acls())::bigint[]) THEN 'USER' END AS role
      """;

  private static final String TOOL = "SELECT acl_id, " + ROLE + " FROM toolbox.tools WHERE id = ?";

  private final JdbcClient jdbc;

  Rights(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Right(long aclId, @Nullable ToolRole role) {}

  /** Demands that the caller sees how a tool is made. */
  void see(UUID id) {
    if (find(id).isEmpty()) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
  }

  /** Demands a role on a tool and gives its acl. */
  long tool(UUID id, ToolRole needed) {
    Right right = find(id).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    if (right.role() == null || !right.role().includes(needed)) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    return right.aclId();
  }

  private Optional<Right> find(UUID id) {
    return jdbc.sql(TOOL).param(id).query(Right.class).optional();
  }
}
