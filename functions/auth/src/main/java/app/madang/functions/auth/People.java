package app.madang.functions.auth;

import app.madang.contracts.ProblemCode;
import app.madang.identity.Role;
import app.madang.runtime.Caller;
import app.madang.runtime.Cursor;
import app.madang.runtime.Page;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People: me, my colleagues, their roles. */
final class People {

  private final Transactions transactions;
  private final JdbcClient jdbc;

  People(Transactions transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  record GetMe() {}

  record Me(UUID id, String email, String name, List<String> roles, List<Group> groups) {}

  record ListPeople(
      @Nullable @Size(max = 200) String query, @Nullable String cursor, @Nullable Integer limit) {}

  record Person(
      UUID id,
      String email,
      String name,
      List<String> roles,
      @Nullable Boolean suspended,
      @Nullable Boolean service) {}

  record SetSuspended(@NotNull UUID personId, @NotNull Boolean suspended) {}

  record SetRoles(@NotNull UUID personId, @NotNull @Size(max = 5) List<@NotNull Role> roles) {}

  Me me(GetMe input) {
    Caller caller = Caller.current();
    return transactions.read(
        () -> {
          List<Group> groups =
              jdbc.sql(
                      """
                      SELECT id, name FROM identity.groups
                       WHERE id IN (SELECT identity.groups_of(?)) ORDER BY name
                      """)
                  .param(caller.id())
                  .query(Group.class)
                  .list();
          return new Me(caller.id(), caller.email(), caller.name(), rolesOf(caller.id()), groups);
        });
  }

  Page<Person> list(ListPeople input) {
    int limit = Page.limit(input.limit());
    String pattern = Like.containing(input.query());
    After after = after(input.cursor());
    List<Person> rows =
        transactions.read(
            () ->
                jdbc.sql(
                        ROWS
                            + """
                         WHERE (u.name, u.id) > (?, ?)
                           AND (u.name ILIKE ? OR u.email ILIKE ?)
                         ORDER BY u.name, u.id LIMIT ?
                        """)
                    .params(after.name(), after.id(), pattern, pattern, limit + 1)
                    .query(People::person)
                    .list());
    return Page.of(rows, limit, last -> Cursor.encode(last.name(), last.id()));
  }

  private static final String ROWS =
      """
      SELECT u.id, u.email, u.name, u.suspended_at, u.kind, coalesce(r.roles, '{}') AS roles
        FROM identity.users u
        LEFT JOIN LATERAL (
          SELECT array_agg(role ORDER BY role) AS roles
            FROM identity.user_roles WHERE user_id = u.id) r ON true
      """;

  /** Where a page begins. */
  record After(String name, UUID id) {}

  static After after(@Nullable String cursor) {
    if (cursor == null) {
      return new After("", new UUID(0, 0));
    }
    List<String> read = Cursor.decode(cursor, 2);
    return new After(read.get(0), parseId(read.get(1)));
  }

  /** Services by name; inside a transaction. */
  List<Person> services(After after, int limit) {
    return jdbc.sql(
            ROWS
                + " WHERE u.kind = 'service' AND (u.name, u.id) > (?, ?) ORDER BY u.name, u.id LIMIT ?")
        .params(after.name(), after.id(), limit)
        .query(People::person)
        .list();
  }

  Person setRoles(SetRoles input) {
    Role.require(Role.ADMIN);
    Set<String> roles = new TreeSet<>(input.roles().stream().map(Role::code).toList());
    roles.add(Role.MEMBER.code());
    return transactions.call(
        () -> {
          lockAdministrators();
          Person person = find(input.personId());
          if (person.service() != null && roles.contains(Role.ADMIN.code())) {
            // who administers signs in, and can be asked
            throw new ProblemException(ProblemCode.CONFLICT);
          }
          if (person.roles().contains(Role.ADMIN.code())
              && person.suspended() == null
              && !roles.contains(Role.ADMIN.code())
              && administrators() == 1) {
            throw new ProblemException(ProblemCode.LAST_ADMIN);
          }
          jdbc.sql("DELETE FROM identity.user_roles WHERE user_id = ?").param(person.id()).update();
          jdbc.sql("INSERT INTO identity.user_roles (user_id, role) SELECT ?, unnest(?::text[])")
              .params(person.id(), roles.toArray(String[]::new))
              .update();
          return new Person(
              person.id(),
              person.email(),
              person.name(),
              List.copyOf(roles),
              person.suspended(),
              person.service());
        });
  }

  /** What a suspended person started ends within a minute, here and at other instances. */
  Person setSuspended(SetSuspended input) {
    Role.require(Role.ADMIN);
    if (input.personId().equals(Caller.current().id())) {
      throw new ProblemException(ProblemCode.CONFLICT);
    }
    return transactions.call(
        () -> {
          lockAdministrators();
          if (input.suspended() && isSuspended(Caller.current().id())) {
            // two who suspend each other: the second comes too late
            throw new ProblemException(ProblemCode.LAST_ADMIN);
          }
          jdbc.sql(
                  "UPDATE identity.users SET suspended_at ="
                      + " CASE WHEN ? THEN coalesce(suspended_at, now()) END WHERE id = ?")
              .params(input.suspended(), input.personId())
              .update();
          return find(input.personId());
        });
  }

  /** One change of administrators at a time, or two could each remove the other. */
  private void lockAdministrators() {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('identity.user_roles'))")
        .query((row, n) -> true)
        .single();
  }

  private boolean isSuspended(UUID id) {
    return jdbc.sql("SELECT identity.is_suspended(?)").param(id).query(Boolean.class).single();
  }

  private long administrators() {
    return jdbc.sql(
            "SELECT count(*) FROM identity.user_roles r JOIN identity.users u ON u.id = r.user_id"
                + " WHERE r.role = 'admin' AND u.suspended_at IS NULL")
        .query(Long.class)
        .single();
  }

  /** One of them; inside a transaction. */
  Person find(UUID id) {
    return jdbc.sql(ROWS + " WHERE u.id = ?")
        .param(id)
        .query(People::person)
        .optional()
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  private List<String> rolesOf(UUID id) {
    return jdbc.sql("SELECT role FROM identity.user_roles WHERE user_id = ? ORDER BY role")
        .param(id)
        .query(String.class)
        .list();
  }

  private static Person person(ResultSet row, int number) throws SQLException {
    String[] roles = (String[]) row.getArray("roles").getArray();
    return new Person(
        row.getObject("id", UUID.class),
        row.getString("email"),
        row.getString("name"),
        Stream.of(roles).toList(),
        row.getObject("suspended_at") == null ? null : true,
        row.getString("kind").equals("service") ? true : null);
  }

  static UUID parseId(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.field("cursor", "?");
    }
  }
}
