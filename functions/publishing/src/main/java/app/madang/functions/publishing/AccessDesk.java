package app.madang.functions.publishing;

import app.madang.contracts.ProblemCode;
import app.madang.functions.publishing.ToolDesk.ToolId;
import app.madang.identity.Grants;
import app.madang.identity.Subject;
import app.madang.identity.SubjectKind;
import app.madang.runtime.Page;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How who may not use a tool comes to it: its owner lets it be found by its address, they ask with
 * a reason, and an owner grants or declines.
 */
final class AccessDesk {

  private static final String FOUND =
      """
      SELECT f.*, q.id AS request_id, q.reason, q.state, q.asked_at, q.answer, q.decided_at
        FROM toolbox.found(:tool) f LEFT JOIN LATERAL (
          SELECT * FROM toolbox.requests WHERE tool_id = :tool AND person_id = identity.current_user_id()
           ORDER BY asked_at DESC, id DESC LIMIT 1) q ON true
      """;

  private static final String ASK =
      """
      INSERT INTO toolbox.requests (tool_id, acl_id, reason) SELECT tool_id, acl_id, :reason FROM toolbox.found(:tool)
      ON CONFLICT (tool_id, person_id) WHERE state = 'PENDING' DO NOTHING
      """;

  private static final String WAITING =
      """
      WITH page AS MATERIALIZED (
        SELECT * FROM toolbox.requests
         WHERE state = 'PENDING' AND acl_id = ANY ((SELECT identity.owned_acls())::bigint[]) AND (asked_at, id) > (:at, :id)
         ORDER BY asked_at, id LIMIT :limit)
      SELECT p.*, t.name_ko, t.name_en, t.icon, u.name AS asker
        FROM page p JOIN toolbox.tools t ON t.id = p.tool_id LEFT JOIN identity.users u ON u.id = p.person_id
       ORDER BY p.asked_at, p.id
      """;

  private static final String OWNED =
      """
      SELECT acl_id, person_id, state FROM toolbox.requests
       WHERE id = ? AND acl_id = ANY ((SELECT identity.owned_acls())::bigint[])
      """;

  private static final String DECIDE =
      """
      UPDATE toolbox.requests SET state = :state, answer = CAST(:answer AS text), decided_by = identity.current_user_id(), decided_at = now()
       WHERE id = :id AND state = 'PENDING'
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Rights rights;
  private final Grants<ToolRole> grants;

  AccessDesk(Transactions transactions, JdbcClient jdbc, Rights rights, Grants<ToolRole> grants) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.rights = rights;
    this.grants = grants;
  }

  enum State {
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("granted")
    GRANTED,
    @JsonProperty("declined")
    DECLINED;

    private static State of(ResultSet row) throws SQLException {
      return valueOf(row.getString("state"));
    }
  }

  record AskAccess(@NotNull UUID toolId, @NotBlank @Size(max = 500) String reason) {}

  record PutFindable(@NotNull UUID toolId, @NotNull Boolean findable) {}

  record Findable(boolean findable) {}

  record ListRequests(@Nullable String cursor, @Nullable Integer limit) {}

  record GrantRequest(@NotNull UUID requestId) {}

  record DeclineRequest(@NotNull UUID requestId, @NotBlank @Size(max = 500) String answer) {}

  /** The caller's last request for a tool. */
  record OwnRequest(
      State state,
      String reason,
      Instant askedAt,
      @Nullable String answer,
      @Nullable Instant decidedAt) {}

  /** What everybody may know of a tool that can be found. */
  record FoundTool(
      UUID id,
      Bilingual name,
      String icon,
      @Nullable Bilingual description,
      @Nullable Owner owner,
      @Nullable OwnRequest request) {

    private static FoundTool of(ResultSet row, int number) throws SQLException {
      return new FoundTool(
          row.getObject("tool_id", UUID.class),
          Columns.name(row),
          row.getString("icon"),
          Columns.description(row),
          Owner.of(row),
          row.getObject("request_id") == null
              ? null
              : new OwnRequest(
                  State.of(row),
                  row.getString("reason"),
                  Objects.requireNonNull(Columns.instant(row, "asked_at")),
                  row.getString("answer"),
                  Columns.instant(row, "decided_at")));
    }
  }

  /** What waits for an owner. */
  record WaitingRequest(
      UUID id,
      UUID toolId,
      Bilingual toolName,
      String toolIcon,
      PersonRef by,
      String reason,
      Instant askedAt) {

    private static WaitingRequest of(ResultSet row, int number) throws SQLException {
      return new WaitingRequest(
          row.getObject("id", UUID.class),
          row.getObject("tool_id", UUID.class),
          Columns.name(row),
          row.getString("icon"),
          Objects.requireNonNull(PersonRef.of(row, "person_id", "asker")),
          row.getString("reason"),
          Objects.requireNonNull(Columns.instant(row, "asked_at")));
    }
  }

  private record Open(long aclId, UUID personId, State state) {}

  Findable findable(ToolId input) {
    return transactions.read(
        () -> {
          rights.tool(input.toolId(), ToolRole.EDITOR);
          return new Findable(
              jdbc.sql("SELECT EXISTS (SELECT FROM toolbox.findable WHERE tool_id = ?)")
                  .param(input.toolId())
                  .query(Boolean.class)
                  .single());
        });
  }

  Findable putFindable(PutFindable input) {
    transactions.run(
        () -> {
          long acl = rights.tool(input.toolId(), ToolRole.OWNER);
          if (input.findable()) {
            jdbc.sql(
                    "INSERT INTO toolbox.findable (tool_id, acl_id) VALUES (?, ?)"
                        + " ON CONFLICT (tool_id) DO NOTHING")
                .params(input.toolId(), acl)
                .update();
          } else {
            jdbc.sql("DELETE FROM toolbox.findable WHERE tool_id = ?")
                .param(input.toolId())
                .update();
          }
        });
    return new Findable(input.findable());
  }

  FoundTool find(ToolId input) {
    return transactions.read(() -> found(input.toolId()));
  }

  /** Asks once; who asks again while nobody decided is told where the first request stands. */
  FoundTool ask(AskAccess input) {
    return transactions.call(
        () -> {
          FoundTool found = found(input.toolId());
          if (mayUse(input.toolId())) {
            throw new ProblemException(ProblemCode.CONFLICT);
          }
          jdbc.sql(ASK)
              .param("tool", input.toolId())
              .param("reason", input.reason().strip())
              .update();
          return found(found.id());
        });
  }

  Page<WaitingRequest> list(ListRequests input) {
    int limit = Page.limit(input.limit());
    Place after = Place.fromEarliest(input.cursor());
    List<WaitingRequest> found =
        transactions.read(
            () ->
                jdbc.sql(WAITING)
                    .param("at", after.at())
                    .param("id", after.id())
                    .param("limit", limit + 1)
                    .query(WaitingRequest::of)
                    .list());
    return Page.of(found, limit, last -> Place.cursor(last.askedAt(), last.id()));
  }

  void grant(GrantRequest input) {
    decide(input.requestId(), State.GRANTED, null);
  }

  void decline(DeclineRequest input) {
    decide(input.requestId(), State.DECLINED, input.answer().strip());
  }

  private void decide(UUID id, State state, @Nullable String answer) {
    transactions.run(
        () -> {
          Open open = owned(id);
          int decided =
              jdbc.sql(DECIDE)
                  .param("state", state.name())
                  .param("answer", answer)
                  .param("id", id)
                  .update();
          if (decided == 1 && state == State.GRANTED) {
            grants.add(
                open.aclId(), new Subject(SubjectKind.PERSON, open.personId()), ToolRole.USER);
          } else if (decided == 0 && owned(id).state() != state) {
            throw new ProblemException(ProblemCode.CONFLICT);
          }
        });
  }

  private Open owned(UUID id) {
    return jdbc.sql(OWNED)
        .param(id)
        .query(
            (row, n) ->
                new Open(
                    row.getLong("acl_id"), row.getObject("person_id", UUID.class), State.of(row)))
        .optional()
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  private FoundTool found(UUID tool) {
    return jdbc.sql(FOUND)
        .param("tool", tool)
        .query(FoundTool::of)
        .optional()
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  private boolean mayUse(UUID tool) {
    return jdbc.sql("SELECT EXISTS (SELECT FROM toolbox.listings WHERE tool_id = ?)")
        .param(tool)
        .query(Boolean.class)
        .single();
  }
}
