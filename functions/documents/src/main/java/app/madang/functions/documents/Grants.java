package app.madang.functions.documents;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sharing: who may do what with a collection. An owner always stays. */
final class Grants {

  private final Transactions transactions;
  private final GrantRows rows;
  private final Rights rights;

  Grants(Transactions transactions, JdbcClient jdbc, Rights rights) {
    this.transactions = transactions;
    this.rows = new GrantRows(jdbc);
    this.rights = rights;
  }

  enum SubjectKind {
    @JsonProperty("person")
    PERSON,
    @JsonProperty("group")
    GROUP,
    @JsonProperty("everyone")
    EVERYONE;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  record Subject(@NotNull SubjectKind kind, @Nullable UUID id) {}

  record Grant(UUID id, Subject subject, String name, CollectionRole role) {}

  record GrantList(List<Grant> items) {}

  record PutGrant(
      @NotNull UUID collectionId, @NotNull @Valid Subject subject, @NotNull CollectionRole role) {}

  record RemoveGrant(@NotNull UUID collectionId, @NotNull UUID grantId) {}

  GrantList list(Collections.CollectionId input) {
    return transactions.read(
        () -> {
          long acl = rights.collection(input.collectionId(), CollectionRole.READER);
          return new GrantList(rows.of(acl));
        });
  }

  GrantList put(PutGrant input) {
    Subject subject = input.subject();
    boolean everyone = subject.kind() == SubjectKind.EVERYONE;
    if (everyone != (subject.id() == null)) {
      throw ProblemException.field("subject.id", Words.of("subject_id"));
    }
    if (everyone && input.role() == CollectionRole.OWNER) {
      throw ProblemException.field("role", Words.of("everyone_owner"));
    }
    return transactions.call(
        () -> {
          long acl = rights.collection(input.collectionId(), CollectionRole.OWNER);
          rows.lock(acl);
          if (!rows.known(subject)) {
            throw ProblemException.field("subject.id", Words.of("subject_unknown"));
          }
          if (input.role() != CollectionRole.OWNER) {
            refuseLastOwner(acl, subject);
          }
          rows.put(acl, subject, input.role());
          return new GrantList(rows.of(acl));
        });
  }

  void remove(RemoveGrant input) {
    transactions.run(
        () -> {
          long acl = rights.collection(input.collectionId(), CollectionRole.OWNER);
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
            .filter(grant -> grant.role() == CollectionRole.OWNER)
            .map(Grant::subject)
            .toList();
    if (owners.equals(List.of(subject))) {
      throw new ProblemException(ProblemCode.LAST_OWNER);
    }
  }
}
