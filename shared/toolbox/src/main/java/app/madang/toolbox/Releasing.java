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

  private static final String SNAPSHOT =
      """
      WITH claimed AS (
        UPDATE toolbox.tools SET status = 'RELEASING', releases = releases + 1, version = version + 1, updated_at = now()
         WHERE id = ? AND status = 'APPROVED' RETURNING *)
      INSERT INTO toolbox.releases (tool_id, number, revision, acl_id, name_ko, name_en, icon, description_ko, description_en, instructions, model,
        collection_ids, starters_ko, starters_en, category, inputs, output, sampling, actions, submitted_by, approved_by)
      SELECT id, releases, revision, acl_id, name_ko, name_en, icon, description_ko, description_en, instructions, model,
        collection_ids, starters_ko, starters_en, category, inputs, output, sampling, actions, submitted_by, decided_by
        FROM claimed
      """;

  private static final String LIVE =
      """
      UPDATE toolbox.tools SET status = 'LIVE', live = releases, live_at = now(), version = version + 1, updated_at = now()
       WHERE id = ? AND status = 'RELEASING'
      RETURNING concat_ws(' ', name_ko, name_en, description_ko, description_en)
      """;

  private static final String SHELVE =
      """
      INSERT INTO toolbox.shelf (tool_id, number, acl_id, released_at)
      SELECT id, live, acl_id, live_at FROM toolbox.tools WHERE id = ?
      ON CONFLICT (tool_id) DO UPDATE SET number = excluded.number, released_at = excluded.released_at
      """;

  private static final String INDEX =
      """
      INSERT INTO toolbox.postings (term_id, tool_id, acl_id)
      SELECT unnest(CAST(? AS bigint[])), tool_id, acl_id FROM toolbox.shelf WHERE tool_id = ?
      """;

  private final JdbcClient jdbc;

  /** Writes as the worker of the transaction. */
  public Releasing(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps what was approved as the next release; whether there was anything to do. */
  public boolean snapshot(UUID toolId) {
    return jdbc.sql(SNAPSHOT).param(toolId).update() == 1;
  }

  /** Puts the newest release on the shelf; whether there was anything to do. */
  public boolean shelve(UUID toolId) {
    List<String> words = jdbc.sql(LIVE).param(toolId).query(String.class).list();
    if (words.isEmpty()) {
      return false;
    }
    jdbc.sql(SHELVE).param(toolId).update();
    jdbc.sql("DELETE FROM toolbox.postings WHERE tool_id = ?").param(toolId).update();
    jdbc.sql(INDEX).params(SearchTerms.ofQuestion(words.getFirst()), toolId).update();
    return true;
  }
}
