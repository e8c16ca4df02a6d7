package app.madang.functions.publishing;

import app.madang.functions.publishing.ToolDesk.ToolId;
import app.madang.identity.Grant;
import app.madang.identity.Grants;
import app.madang.identity.Subject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/** Who may use, edit and own a tool. */
final class GrantDesk {

  private final Grants<ToolRole> grants;
  private final Rights rights;

  GrantDesk(Grants<ToolRole> grants, Rights rights) {
    this.grants = grants;
    this.rights = rights;
  }

  record GrantList(List<Grant<ToolRole>> items) {}

  record PutGrant(@NotNull UUID toolId, @NotNull @Valid Subject subject, @NotNull ToolRole role) {}

  record RemoveGrant(@NotNull UUID toolId, @NotNull UUID grantId) {}

  GrantList list(ToolId input) {
    return new GrantList(grants.list(() -> rights.tool(input.toolId(), ToolRole.EDITOR)));
  }

  GrantList put(PutGrant input) {
    return new GrantList(grants.put(() -> owned(input.toolId()), input.subject(), input.role()));
  }

  void remove(RemoveGrant input) {
    grants.remove(() -> owned(input.toolId()), input.grantId());
  }

  private long owned(UUID tool) {
    return rights.tool(tool, ToolRole.OWNER);
  }
}
