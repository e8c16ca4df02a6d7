package app.madang.functions.documents;

import app.madang.functions.documents.Collections.CollectionId;
import app.madang.identity.Grant;
import app.madang.identity.Grants;
import app.madang.identity.Subject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/** Who may read, edit and own a collection. */
final class GrantDesk {

  private final Grants<CollectionRole> grants;
  private final Rights rights;

  GrantDesk(Grants<CollectionRole> grants, Rights rights) {
    this.grants = grants;
    this.rights = rights;
  }

  record GrantList(List<Grant<CollectionRole>> items) {}

  record PutGrant(
      @NotNull UUID collectionId, @NotNull @Valid Subject subject, @NotNull CollectionRole role) {}

  record RemoveGrant(@NotNull UUID collectionId, @NotNull UUID grantId) {}

  GrantList list(CollectionId input) {
    return new GrantList(
        grants.list(() -> rights.collection(input.collectionId(), CollectionRole.READER)));
  }

  GrantList put(PutGrant input) {
    return new GrantList(
        grants.put(() -> owned(input.collectionId()), input.subject(), input.role()));
  }

  void remove(RemoveGrant input) {
    grants.remove(() -> owned(input.collectionId()), input.grantId());
  }

  private long owned(UUID collection) {
    return rights.collection(collection, CollectionRole.OWNER);
  }
}
