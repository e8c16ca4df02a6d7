package app.madang.functions.local.evaluation;

import app.madang.functions.local.SearchStack;
import app.madang.runtime.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reader in 50 groups, and 250 collections of which those groups read 200. */
final class Crowd {

  private static final int GROUPS = 50;
  private static final int COLLECTIONS = 250;
  private static final int READABLE = 200;

  private static final String FILL =
      """
      WITH groups AS (
        INSERT INTO identity.groups (name) SELECT 'group ' || g FROM generate_series(1, :groups) g RETURNING id
      ), members AS (
        INSERT INTO identity.group_members (group_id, member_user) SELECT id, :reader FROM groups
      )
      SELECT array_agg(id) FROM groups
      """;

  private final Caller reader;
  private final List<UUID> collections = new ArrayList<>();
  private final JdbcClient superuser;

  Crowd(SearchStack stack) {
    superuser = Accounts.context(stack, "postgres").getBean(JdbcClient.class);
    UUID owner = person();
    reader = new Caller(person(), "e", "n", Set.of("member"));
    UUID[] groups =
        superuser
            .sql(FILL)
            .param("groups", GROUPS)
            .param("reader", reader.id())
            .query((row, n) -> (UUID[]) row.getArray(1).getArray())
            .single();
    for (int i = 0; i < COLLECTIONS; i++) {
      long acl =
          superuser
              .sql("INSERT INTO identity.acls DEFAULT VALUES RETURNING id")
              .query(Long.class)
              .single();
      if (i < READABLE) {
        superuser
            .sql(
                "INSERT INTO identity.grants (acl_id, subject_kind, subject_id, role)"
                    + " VALUES (?, 'group', ?, 'reader')")
            .params(acl, groups[i % GROUPS])
            .update();
      }
      collections.add(
          superuser
              .sql(
                  "INSERT INTO knowledge.collections (name, acl_id, created_by, embedding_model)"
                      + " VALUES ('c', ?, ?, 'seeded') RETURNING id")
              .params(acl, owner)
              .query(UUID.class)
              .single());
    }
  }

  private UUID person() {
    return superuser
        .sql(
            "INSERT INTO identity.users (issuer, subject, email, name)"
                + " VALUES ('t', uuidv7()::text, 'e', 'n') RETURNING id")
        .query(UUID.class)
        .single();
  }

  JdbcClient superuser() {
    return superuser;
  }

  Caller reader() {
    return reader;
  }

  /** All of them, the readable ones first. */
  List<UUID> collections() {
    return collections;
  }

  int readable() {
    return READABLE;
  }
}
