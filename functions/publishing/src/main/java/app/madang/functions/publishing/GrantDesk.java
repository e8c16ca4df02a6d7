package app.madang.functions.publishing;

import app.madang.contracts.ProblemCode;
import app.madang.functions.publishing.ToolDesk.ToolId;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may use, edit and own a tool. An owner always stays. */
final class GrantDesk {

  private final Transactions transactions;
  private final GrantRows rows;
  private final Rights rights;

  GrantDesk(Transactions transactions, JdbcClient jdbc, Rights rights) {
    this.transactions = transactions;
    this.rows = new GrantRows(jdbc);
    this.rights = rights;
  }

  record Subject(@NotNull SubjectKind kind, @Nullable UUID id) {}

  record Grant(UUID id, Subject subject, String name, ToolRole role) {}

  record GrantList(List<Grant> items) {}

  record PutGrant(@NotNull UUID toolId, @NotNull @Valid Subject subject, @NotNull ToolRole role) {}

  record RemoveGrant(@NotNull UUID toolId, @NotNull UUID grantId) {}

  GrantList list(ToolId input) {
    return transactions.read(
        () -> new GrantList(rows.of(rights.tool(input.toolId(), ToolRole.EDITOR))));
  }

  GrantList put(PutGrant input) {
    Subject subject = input.subject();
    boolean everyone = subject.kind() == SubjectKind.EVERYONE;
    if (everyone != (subject.id() == null)) {
      throw ProblemException.field("subject.id", Words.of("subject_id"));
    }
    if (everyone && input.role() == ToolRole.OWNER) {
      throw ProblemException.field("role", Words.of("everyone_owner"));
    }
    return transactions.call(
        () -> {
          long acl = rights.tool(input.toolId(), ToolRole.OWNER);
          rows.lock(acl);
          if (!rows.known(subject)) {
            throw ProblemException.field("subject.id", Words.of("subject_unknown"));
          }
          if (input.role() != ToolRole.OWNER) {
            refuseLastOwner(acl, subject);
          }
          rows.put(acl, subject, input.role());
          return new GrantList(rows.of(acl));
        });
  }

  void remove(RemoveGrant input) {
    transactions.run(
        () -> {
          long acl = rights.tool(input.toolId(), ToolRole.OWNER);
          rows.lock(acl);
          Grant grant =
              rows.of(acl).stream()
                  .filter(g -> g.id().equals(input.grantId()))
                  .findFirst()
                  .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
          refuseLastOwner(acl, grant.subject());
          rows.remove(acl, grant.id());
        });
  }

  private void refuseLastOwner(long acl, Subject subject) {
    List<Subject> owners =
        rows.of(acl).stream()
            .filter(grant -> grant.role() == ToolRole.OWNER)
            .map(Grant::subject)
            .toList();
    if (owners.equals(List.of(subject))) {
      throw new ProblemException(ProblemCode.LAST_OWNER);
    }
  }
}
