package app.madang.functions.chat;

import app.madang.runtime.Sealer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Tools as the publishing function would have released them. */
final class ToolRows {

  private ToolRows() {}

  /** A tool that everyone may use. */
  static UUID released(String instructions, String model, UUID... collections) {
    UUID tool = UUID.randomUUID();
    Platform.superuser()
        .sql(
            """
            WITH acl AS (INSERT INTO identity.acls DEFAULT VALUES RETURNING id),
                 everyone AS (INSERT INTO identity.grants (acl_id, subject_kind, role)
                   SELECT id, 'everyone', 'reader' FROM acl)
            INSERT INTO toolbox.tools (id, acl_id, version, status, name_ko, icon, instructions, model, collection_ids,
              starters_ko, starters_en, created_by, created_at, updated_at, releases, live, live_at)
            SELECT :tool, id, 0, 'LIVE', '도구', 'chat', 'not yet released', NULL, '{}', '{}', '{}', :tool, now(), now(), 1, 1, now()
              FROM acl
            """)
        .param("tool", tool)
        .update();
    release(tool, 1, instructions, model, collections);
    Platform.superuser()
        .sql(
            "INSERT INTO toolbox.shelf SELECT id, 1, acl_id, now() FROM toolbox.tools WHERE id = ?")
        .param(tool)
        .update();
    return tool;
  }

  static void release(
      UUID tool, int number, String instructions, String model, UUID... collections) {
    Platform.superuser()
        .sql(
            """
            INSERT INTO toolbox.releases (tool_id, number, acl_id, name_ko, icon, instructions, model, collection_ids,
              starters_ko, starters_en, submitted_by, approved_by)
            SELECT id, :number, acl_id, '도구', 'chat', :instructions, CAST(:model AS text), :collections, '{}', '{}', id, id
              FROM toolbox.tools WHERE id = :tool
            """)
        .param("tool", tool)
        .param("number", number)
        .param("instructions", instructions)
        .param("model", model)
        .param("collections", collections)
        .update();
  }

  /** What a tool asks and gives, as the publishing function would have released it. */
  static void shape(UUID tool, String inputs, String output) {
    Platform.superuser()
        .sql(
            """
            UPDATE toolbox.releases SET inputs = :inputs, output = :output, sampling = '{"temperature":0.1}'
             WHERE tool_id = :tool
            """)
        .param("inputs", inputs)
        .param("output", output)
        .param("tool", tool)
        .update();
  }

  /** A document for a form of who has this e-mail address, as ingestion would have read it. */
  static UUID read(String email, String name, String text, int characters) {
    UUID file = waiting(email, name);
    Platform.superuser()
        .sql(
            "UPDATE knowledge.form_files SET status = 'READY', sealed = ?, characters = ? WHERE id = ?")
        .params(
            Sealer.fromKeyset(System.getProperty("SEALING_KEYSET"))
                .seal(text.getBytes(StandardCharsets.UTF_8), "knowledge.form_files/" + file),
            characters,
            file)
        .update();
    return file;
  }

  /** The same, while it is being read. */
  static UUID waiting(String email, String name) {
    return Platform.superuser()
        .sql(
            """
            INSERT INTO knowledge.form_files (owner_id, name, content_type, size, status)
            SELECT id, ?, 'application/x-hwp', 1, 'PARSING' FROM identity.users WHERE email LIKE ? RETURNING id
            """)
        .params(name, email + "@%")
        .query(UUID.class)
        .single();
  }

  /** What those who make the tool may know of an answer. */
  static String run(UUID answer) {
    return Platform.superuser()
        .sql(
            "SELECT concat_ws(' ', number, outcome, passages, cited, coalesce(rating::text, 'null'))"
                + " FROM toolbox.runs WHERE answer_id = ? AND ended_at IS NOT NULL AND cost IS NOT NULL")
        .param(answer)
        .query(String.class)
        .single();
  }

  static void revoke(UUID tool) {
    Platform.superuser()
        .sql(
            "DELETE FROM identity.grants WHERE acl_id = (SELECT acl_id FROM toolbox.tools WHERE id = ?)")
        .param(tool)
        .update();
  }

  /** So many more, shared as that one is. */
  static void more(UUID tool, int count) {
    String each = " FROM generate_series(1, :count) i, toolbox.tools t WHERE t.id = :tool";
    for (String insert :
        new String[] {
          "INSERT INTO toolbox.tools (id, acl_id, version, status, name_ko, icon, instructions, collection_ids,"
              + " starters_ko, starters_en, created_by, created_at, updated_at, releases, live, live_at)"
              + " SELECT md5(t.id::text || i)::uuid, -t.acl_id * 1000 - i, 0, 'LIVE', '하나 더', 'chat', 'x', '{}',"
              + " '{}', '{}', t.id, now(), now(), 1, 1, now()",
          "INSERT INTO toolbox.releases (tool_id, number, acl_id, name_ko, icon, instructions, collection_ids,"
              + " starters_ko, starters_en, submitted_by, approved_by)"
              + " SELECT md5(t.id::text || i)::uuid, 1, t.acl_id, '하나 더', 'chat', 'x', '{}', '{}', '{}', t.id, t.id",
          "INSERT INTO toolbox.shelf SELECT md5(t.id::text || i)::uuid, 1, t.acl_id, now()"
        }) {
      Platform.superuser().sql(insert + each).param("count", count).param("tool", tool).update();
    }
  }
}
