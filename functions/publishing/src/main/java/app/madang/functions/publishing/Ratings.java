package app.madang.functions.publishing;

import app.madang.contracts.ProblemCode;
import app.madang.functions.publishing.ToolDesk.ToolId;
import app.madang.runtime.Page;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
 * What people who used a tool say of it. Stars count without a name; words are shown with theirs,
 * until an owner or an administrator hides them, which is noted for good.
 */
final class Ratings {

  private static final String USED =
      """
      SELECT EXISTS (SELECT FROM toolbox.used u WHERE u.tool_id = l.tool_id AND u.person_id = identity.current_user_id())
        FROM toolbox.listings l WHERE l.tool_id = ?
      """;

  private static final String RATE =
      """
      INSERT INTO toolbox.ratings (tool_id, acl_id, number, stars, review)
      SELECT tool_id, acl_id, number, CAST(:stars AS smallint), CAST(:review AS text) FROM toolbox.listings WHERE tool_id = :tool
      ON CONFLICT (tool_id, person_id) DO UPDATE SET number = excluded.number, stars = excluded.stars, review = excluded.review, at = now()
      """;

  private static final String PAGE =
      """
      WITH page AS MATERIALIZED (
        SELECT * FROM toolbox.ratings WHERE tool_id = :tool AND review IS NOT NULL AND (at, id) < (:at, :id)
           -- the own one stands beside the form
           AND (hidden_at IS NULL OR person_id <> (SELECT identity.current_user_id()))
         ORDER BY at DESC, id DESC LIMIT :limit)
      SELECT p.*, u.name AS author, h.name AS hider
        FROM page p LEFT JOIN identity.users u ON u.id = p.person_id LEFT JOIN identity.users h ON h.id = p.hidden_by
       ORDER BY p.at DESC, p.id DESC
      """;

  private static final String HIDE =
      """
      UPDATE toolbox.ratings SET hidden_at = now(), hidden_by = identity.current_user_id(), hidden_why = :why
       WHERE id = :id AND tool_id = :tool AND hidden_at IS NULL
      """;

  private static final String SHOW =
      """
      UPDATE toolbox.ratings SET hidden_at = NULL, hidden_by = NULL, hidden_why = NULL
       WHERE id = :id AND tool_id = :tool AND hidden_at IS NOT NULL
      """;

  private static final String MODERATED =
      """
      SELECT acl_id = ANY ((SELECT identity.owned_acls())::bigint[]) OR (SELECT identity.has_role('admin'))
        FROM toolbox.ratings WHERE id = :id AND tool_id = :tool
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;

  Ratings(Transactions transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  record PutRating(
      @NotNull UUID toolId,
      @NotNull @Min(1) @Max(5) Integer stars,
      @Nullable @Size(max = 1000) String review) {}

  record ListReviews(@NotNull UUID toolId, @Nullable String cursor, @Nullable Integer limit) {}

  record HideReview(
      @NotNull UUID toolId, @NotNull UUID reviewId, @NotBlank @Size(max = 500) String reason) {}

  record ReviewId(@NotNull UUID toolId, @NotNull UUID reviewId) {}

  /**
   * Words of a person who used the tool.
   *
   * @param release which was live when they were written
   * @param hidden told to those who moderate only
   */
  record Review(
      UUID id,
      PersonRef by,
      int stars,
      String text,
      int release,
      Instant at,
      @Nullable Hidden hidden) {

    record Hidden(PersonRef by, Instant at, String reason) {}

    private static Review of(ResultSet row, int number) throws SQLException {
      PersonRef hider = PersonRef.of(row, "hidden_by", "hider");
      Instant hiddenAt = Columns.instant(row, "hidden_at");
      return new Review(
          row.getObject("id", UUID.class),
          Objects.requireNonNull(PersonRef.of(row, "person_id", "author")),
          row.getInt("stars"),
          row.getString("review"),
          row.getInt("number"),
          Objects.requireNonNull(Columns.instant(row, "at")),
          hider == null || hiddenAt == null
              ? null
              : new Hidden(hider, hiddenAt, row.getString("hidden_why")));
    }
  }

  /** Rates a tool, or rates it anew. */
  void put(PutRating input) {
    String review = input.review() == null ? "" : input.review().strip();
    transactions.run(
        () -> {
          if (!used(input.toolId())) {
            throw new ProblemException(ProblemCode.FORBIDDEN);
          }
          jdbc.sql(RATE)
              .param("tool", input.toolId())
              .param("stars", input.stars())
              .param("review", review.isEmpty() ? null : review)
              .update();
        });
  }

  /** Takes the caller's rating back, unless its words were hidden: they would come back as new. */
  void remove(ToolId input) {
    transactions.run(
        () -> {
          used(input.toolId());
          int removed =
              jdbc.sql(
                      "DELETE FROM toolbox.ratings WHERE tool_id = ?"
                          + " AND person_id = identity.current_user_id()")
                  .param(input.toolId())
                  .update();
          if (removed == 0) {
            refuseHidden(input);
          }
        });
  }

  Page<Review> list(ListReviews input) {
    int limit = Page.limit(input.limit());
    Place before = Place.fromLatest(input.cursor());
    List<Review> found =
        transactions.read(
            () -> {
              used(input.toolId());
              return jdbc.sql(PAGE)
                  .param("tool", input.toolId())
                  .param("at", before.at())
                  .param("id", before.id())
                  .param("limit", limit + 1)
                  .query(Review::of)
                  .list();
            });
    return Page.of(found, limit, last -> Place.cursor(last.at(), last.id()));
  }

  void hide(HideReview input) {
    moderate(
        jdbc.sql(HIDE)
            .param("why", input.reason().strip())
            .param("id", input.reviewId())
            .param("tool", input.toolId()),
        new ReviewId(input.toolId(), input.reviewId()));
  }

  void show(ReviewId input) {
    moderate(jdbc.sql(SHOW).param("id", input.reviewId()).param("tool", input.toolId()), input);
  }

  private void moderate(JdbcClient.StatementSpec change, ReviewId review) {
    transactions.run(
        () -> {
          boolean may =
              jdbc.sql(MODERATED)
                  .param("id", review.reviewId())
                  .param("tool", review.toolId())
                  .query(Boolean.class)
                  .optional()
                  .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
          if (!may) {
            throw new ProblemException(ProblemCode.FORBIDDEN);
          }
          change.update();
        });
  }

  /** Whether the caller ever asked the tool; it does not exist for who may not open it. */
  private boolean used(UUID tool) {
    return jdbc.sql(USED)
        .param(tool)
        .query(Boolean.class)
        .optional()
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  private void refuseHidden(ToolId input) {
    boolean left =
        jdbc.sql(
                "SELECT EXISTS (SELECT FROM toolbox.ratings WHERE tool_id = ?"
                    + " AND person_id = identity.current_user_id())")
            .param(input.toolId())
            .query(Boolean.class)
            .single();
    if (left) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
  }
}
