package app.madang.functions.auth;

import app.madang.contracts.ProblemCode;
import app.madang.identity.Role;
import app.madang.runtime.Cursor;
import app.madang.runtime.Page;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Groups, nested as deep as the company is, never in a circle. */
final class Groups {

  private final Transactions transactions;
  private final JdbcClient jdbc;

  Groups(Transactions transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  enum MemberKind {
    @JsonProperty("person")
    PERSON,
    @JsonProperty("group")
    GROUP
  }

  record ListGroups(
      @Nullable @Size(max = 200) String query, @Nullable String cursor, @Nullable Integer limit) {}

  record CreateGroup(
      @NotBlank @Size(max = 80) String name,
      @Nullable @Size(min = 8, max = 64) String idempotencyKey) {}

  record GroupId(@NotNull UUID groupId) {}

  record GroupMember(String kind, UUID id, String name) {}

  record ListMembers(@NotNull UUID groupId, @Nullable String cursor, @Nullable Integer limit) {}

  record AddGroupMember(@NotNull UUID groupId, @NotNull MemberKind kind, @NotNull UUID id) {}

  record RemoveGroupMember(@NotNull UUID groupId, @NotNull UUID memberId) {}

  Page<Group> list(ListGroups input) {
    int limit = Page.limit(input.limit());
    String after = input.cursor() == null ? "" : Cursor.decode(input.cursor(), 1).getFirst();
    List<Group> rows =
        transactions.read(
            () ->
                jdbc.sql(
                        "SELECT id, name FROM identity.groups"
                            + " WHERE name > ? AND name ILIKE ? ORDER BY name LIMIT ?")
                    .params(after, Like.containing(input.query()), limit + 1)
                    .query(Group.class)
                    .list());
    return Page.of(rows, limit, last -> Cursor.encode(last.name()));
  }

  Group create(CreateGroup input) {
    Role.require(Role.ADMIN);
    try {
      return transactions.call(
          () ->
              jdbc.sql("INSERT INTO identity.groups (name) VALUES (?) RETURNING id, name")
                  .param(input.name().strip())
                  .query(Group.class)
                  .single());
    } catch (DuplicateKeyException e) {
      throw new ProblemException(ProblemCode.CONFLICT);
    }
  }

  void delete(GroupId input) {
    Role.require(Role.ADMIN);
    int deleted =
        transactions.call(
            () -> {
              if (ownsAlone(input.groupId())) {
                throw new ProblemException(ProblemCode.LAST_OWNER);
              }
              return jdbc.sql("DELETE FROM identity.groups WHERE id = ?")
                  .param(input.groupId())
                  .update();
            });
    if (deleted == 0) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
  }

  /** Groups first, then people, each by name. */
  private static final String MEMBERS =
      """
      SELECT kind, id, name FROM (
        SELECT 'group' AS kind, g.id, g.name FROM identity.group_members m
          JOIN identity.groups g ON g.id = m.member_group WHERE m.group_id = :group
        UNION ALL
        SELECT 'person', u.id, u.name FROM identity.group_members m
          JOIN identity.users u ON u.id = m.member_user WHERE m.group_id = :group) AS members
      WHERE (kind, name, id) > (:kind, :name, CAST(:id AS uuid))
      ORDER BY kind, name, id LIMIT :limit
      """;

  Page<GroupMember> members(ListMembers input) {
    Role.require(Role.ADMIN, Role.AUDITOR);
    int limit = Page.limit(input.limit());
    GroupMember after = place(input.cursor());
    List<GroupMember> rows =
        transactions.read(
            () -> {
              requireGroup(input.groupId());
              return jdbc.sql(MEMBERS)
                  .param("group", input.groupId())
                  .param("kind", after.kind())
                  .param("name", after.name())
                  .param("id", after.id())
                  .param("limit", limit + 1)
                  .query(GroupMember.class)
                  .list();
            });
    return Page.of(rows, limit, last -> Cursor.encode(last.kind(), last.name(), last.id()));
  }

  private static GroupMember place(@Nullable String cursor) {
    if (cursor == null) {
      return new GroupMember("", new UUID(0, 0), "");
    }
    List<String> read = Cursor.decode(cursor, 3);
    return new GroupMember(read.get(0), People.parseId(read.get(2)), read.get(1));
  }

  void add(AddGroupMember input) {
    Role.require(Role.ADMIN);
    try {
      transactions.run(
          () -> {
            requireGroup(input.groupId());
            if (input.kind() == MemberKind.GROUP) {
              refuseCircle(input.groupId(), input.id());
            }
            String column = "member_" + (input.kind() == MemberKind.GROUP ? "group" : "user");
            jdbc.sql(
                    String.format(
                        Locale.ROOT,
                        "INSERT INTO identity.group_members (group_id, %s) VALUES (?, ?)"
                            + " ON CONFLICT DO NOTHING",
                        column))
                .params(input.groupId(), input.id())
                .update();
          });
    } catch (DataIntegrityViolationException e) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
  }

  void remove(RemoveGroupMember input) {
    Role.require(Role.ADMIN);
    int removed =
        transactions.call(
            () ->
                jdbc.sql(
                        "DELETE FROM identity.group_members"
                            + " WHERE group_id = ? AND (member_user = ? OR member_group = ?)")
                    .params(input.groupId(), input.memberId(), input.memberId())
                    .update());
    if (removed == 0) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
  }

  private boolean ownsAlone(UUID group) {
    return jdbc.sql("SELECT identity.owns_alone(?)").param(group).query(Boolean.class).single();
  }

  private void requireGroup(UUID id) {
    boolean known =
        jdbc.sql("SELECT EXISTS (SELECT FROM identity.groups WHERE id = ?)")
            .param(id)
            .query(Boolean.class)
            .single();
    if (!known) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
  }

  private void refuseCircle(UUID group, UUID member) {
    // two additions at once could close a circle that neither of them sees
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('identity.group_members'))")
        .query((row, n) -> true)
        .single();
    boolean circle =
        jdbc.sql(
                """
                WITH RECURSIVE inside(id) AS (
                  SELECT ?::uuid
                  UNION
                  SELECT m.member_group FROM identity.group_members m
                    JOIN inside i ON m.group_id = i.id WHERE m.member_group IS NOT NULL)
                SELECT EXISTS (SELECT FROM inside WHERE id = ?)
                """)
            .params(member, group)
            .query(Boolean.class)
            .single();
    if (circle) {
      throw new ProblemException(ProblemCode.GROUP_CYCLE);
    }
  }
}
