package app.madang.identity;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.Phrasebook;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who may do what with a thing that is shared. An owner always stays.
 *
 * <p>A call is a transaction of its own. It first asks for the thing's acl, and who gives it
 * demands the right to what follows.
 */
public final class Grants<R extends Enum<R> & GrantRole> {

  private static final Phrasebook WORDS = new Phrasebook("madang.identity.messages");

  private final Transactions transactions;
  private final GrantRows<R> rows;

  /** Grants of some roles. */
  public Grants(Transactions transactions, JdbcClient jdbc, Class<R> roles) {
    this.transactions = transactions;
    this.rows = new GrantRows<>(jdbc, roles);
  }

  /** All grants of an acl, owners first. */
  public List<Grant<R>> list(LongSupplier acl) {
    return transactions.read(() -> rows.of(acl.getAsLong()));
  }

  /**
   * Gives a role in place of any other that the subject was given.
   *
   * @return all grants then
   * @throws ProblemException when there is no such subject, everyone should own, or no owner stays
   */
  public List<Grant<R>> put(LongSupplier acl, Subject subject, R role) {
    boolean everyone = subject.kind() == SubjectKind.EVERYONE;
    if (everyone != (subject.id() == null)) {
      throw ProblemException.field("subject.id", WORDS.of("subject_id"));
    }
    if (everyone && role.owns()) {
      throw ProblemException.field("role", WORDS.of("everyone_owner"));
    }
    return transactions.call(
        () -> {
          long id = acl.getAsLong();
          rows.lock(id);
          if (!rows.known(subject)) {
            throw ProblemException.field("subject.id", WORDS.of("subject_unknown"));
          }
          if (!role.owns()) {
            refuseLastOwner(id, subject);
          }
          rows.put(id, subject, role);
          return rows.of(id);
        });
  }

  /**
   * Gives a role to who was given none; what they may do already is not made less. Inside the
   * transaction of the caller, who demands the right to it.
   */
  public void add(long acl, Subject subject, R role) {
    rows.add(acl, subject, role);
  }

  /**
   * Takes a grant back.
   *
   * @throws ProblemException when there is no such grant, or no owner stays
   */
  public void remove(LongSupplier acl, UUID grant) {
    transactions.run(
        () -> {
          long id = acl.getAsLong();
          rows.lock(id);
          Grant<R> found =
              rows.of(id).stream()
                  .filter(each -> each.id().equals(grant))
                  .findFirst()
                  .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
          refuseLastOwner(id, found.subject());
          rows.remove(id, grant);
        });
  }

  private void refuseLastOwner(long acl, Subject subject) {
    List<Subject> owners =
        rows.of(acl).stream().filter(grant -> grant.role().owns()).map(Grant::subject).toList();
    if (owners.equals(List.of(subject))) {
      throw new ProblemException(ProblemCode.LAST_OWNER);
    }
  }
}
