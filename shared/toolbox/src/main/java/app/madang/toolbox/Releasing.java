package app.madang.toolbox;

import app.madang.runtime.SearchTerms;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How an approved tool goes live: the snapshot first, then the shelf, each in a transaction of its
 * own. A step that was done before does nothing, so that doing all of them again after a crash or a
 * second delivery ends in the same state.
 */
public final class Releasing {

  private static final String WORDS =
      """
      SELECT concat_ws(' ', name_ko, name_en, description_ko, description_en) FROM toolbox.tools
       WHERE id = ? AND status = 'APPROVED' FOR UPDATE
      """;

  private static final String SNAPSHOT =
      """
      WITH claimed AS (
        UPDATE toolbox.tools SET status = 'RELEASING', releases = releases + 1, version = version + 1, updated_at = now()
         WHERE id = ? AND status = 'APPROVED' RETURNING *)
      INSERT INTO toolbox.releases (tool_id, number, revision, acl_id, name_ko, name_en, icon, description_ko, description_en, instructions, model,
        collection_ids, starters_ko, starters_en, category, inputs, output, sampling, actions, submitted_by, approved_by, terms)
      SELECT id, releases, revision, acl_id, name_ko, name_en, icon, description_ko, description_en, instructions, model,
        collection_ids, starters_ko, starters_en, category, inputs, output, sampling, actions, submitted_by, decided_by, CAST(? AS bigint[])
        FROM claimed
      """;

  private static final String LIVE =
      """
      UPDATE toolbox.tools SET status = 'LIVE', version = version + 1, updated_at = now(),
        live = CASE WHEN rollout = 100 THEN releases ELSE live END,
        live_at = CASE WHEN rollout = 100 THEN now() ELSE live_at END,
        canary = CASE WHEN rollout < 100 THEN releases END,
        percent = CASE WHEN rollout < 100 THEN rollout END,
        canary_at = CASE WHEN rollout < 100 THEN now() END
       WHERE id = ? AND status = 'RELEASING'
      """;

  private final JdbcClient jdbc;

  /** Writes as the worker of the transaction. */
  public Releasing(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps what was approved as the next release; whether there was anything to do. */
  public boolean snapshot(UUID toolId) {
    List<String> words = jdbc.sql(WORDS).param(toolId).query(String.class).list();
    if (words.isEmpty()) {
      return false;
    }
    return jdbc.sql(SNAPSHOT).params(toolId, SearchTerms.ofQuestion(words.getFirst())).update()
        == 1;
  }

  /**
   * Lets people use the newest release, all of them or the share that was chosen; the shelf and its
   * words follow in the database. Whether there was anything to do.
   */
  public boolean shelve(UUID toolId) {
    return jdbc.sql(LIVE).param(toolId).update() == 1;
  }
}
