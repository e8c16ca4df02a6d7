package app.madang.knowledge.internal;

import app.madang.knowledge.ClaimedDocument;
import app.madang.knowledge.FailureCode;
import app.madang.knowledge.FormFiles;
import app.madang.knowledge.Location;
import app.madang.knowledge.NewPassage;
import app.madang.knowledge.Omission;
import app.madang.knowledge.Part;
import app.madang.runtime.Sealer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The files in their table; what was read of them is sealed for each. */
final class SqlFormFiles implements FormFiles {

  private static final String CLAIM =
      """
      UPDATE knowledge.form_files
      SET status = 'PARSING', object_generation = coalesce(CAST(:generation AS bigint), object_generation), emitted_at = now()
      WHERE id = :id AND status IN ('UPLOADING', 'PARSING') AND expires_at > now()
      RETURNING id, name, content_type, size, object_generation
      """;

  private static final String READ =
      """
      UPDATE knowledge.form_files
      SET status = 'READY', sealed = :sealed, characters = :characters, pages = CAST(:pages AS integer),
        omissions = CAST(:omissions AS jsonb), attempts = 0, emitted_at = now()
      WHERE id = :id AND status = 'PARSING'
      """;

  private static final String FAIL =
      """
      UPDATE knowledge.form_files SET status = 'FAILED', failure = :failure, attempts = 0, emitted_at = now()
      WHERE id = :id AND status = 'PARSING'
      """;

  private static final String HELD =
      """
      SELECT name, coalesce(characters, 0) AS characters, sealed FROM knowledge.form_files
      WHERE id = :id AND expires_at > now()
      """;

  private static final String JOINT = "\n\n";

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Sealer sealer;

  SqlFormFiles(JdbcClient jdbc, JsonMapper json, Sealer sealer) {
    this.jdbc = jdbc;
    this.json = json;
    this.sealer = sealer;
  }

  @Override
  public Optional<ClaimedDocument> claim(UUID fileId, @Nullable Long objectGeneration) {
    return jdbc.sql(CLAIM)
        .param("id", fileId)
        .param("generation", objectGeneration)
        .query(ClaimedDocument.class)
        .optional();
  }

  @Override
  public void read(UUID fileId, List<NewPassage> passages, List<Omission> omissions) {
    StringBuilder text = new StringBuilder();
    int whole = 0;
    for (NewPassage passage : passages) {
      String more = (whole == 0 ? "" : JOINT) + passage.text();
      whole += more.length();
      text.append(more, 0, room(more, MOST - text.length()));
    }
    jdbc.sql(READ)
        .param("id", fileId)
        .param(
            "sealed",
            sealer.seal(text.toString().getBytes(StandardCharsets.UTF_8), context(fileId)))
        .param("characters", whole)
        .param("pages", pages(passages))
        .param("omissions", omissions.isEmpty() ? null : json.writeValueAsString(omissions))
        .update();
  }

  /** Never half a character. */
  private static int room(String text, int left) {
    if (text.length() <= left) {
      return text.length();
    }
    return left > 0 && Character.isHighSurrogate(text.charAt(left - 1)) ? left - 1 : left;
  }

  /** Pages or slides; null where a format has none. */
  private static @Nullable Integer pages(List<NewPassage> passages) {
    return passages.stream()
        .flatMap(
            passage ->
                Stream.concat(
                    Stream.of(passage.location()), passage.parts().stream().map(Part::location)))
        .map(SqlFormFiles::page)
        .filter(Objects::nonNull)
        .max(Integer::compare)
        .orElse(null);
  }

  private static @Nullable Integer page(Location location) {
    return location.page() == null ? location.slide() : location.page();
  }

  @Override
  public void failed(UUID fileId, FailureCode code) {
    jdbc.sql(FAIL).param("id", fileId).param("failure", code.code()).update();
  }

  @Override
  public Optional<Held> held(UUID fileId) {
    return jdbc.sql(HELD)
        .param("id", fileId)
        .query(
            (row, n) ->
                new Held(
                    row.getString("name"),
                    opened(fileId, row.getBytes("sealed")),
                    row.getInt("characters")))
        .optional();
  }

  private @Nullable String opened(UUID fileId, byte @Nullable [] sealed) {
    return sealed == null
        ? null
        : new String(sealer.open(sealed, context(fileId)), StandardCharsets.UTF_8);
  }

  private static String context(UUID fileId) {
    return "knowledge.form_files/" + fileId;
  }
}
