package app.madang.functions.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A question that a tool must be able to answer. */
record GoldenQuestion(
    UUID id,
    String question,
    List<String> facts,
    List<String> documents,
    List<String> passages,
    @Nullable String rubric,
    @Nullable String exact,
    @Nullable String json) {

  static GoldenQuestion of(ResultSet row, int number) throws SQLException {
    return new GoldenQuestion(
        row.getObject("id", UUID.class),
        row.getString("question"),
        texts(row, "facts"),
        texts(row, "documents"),
        texts(row, "passages"),
        row.getString("rubric"),
        row.getString("exact"),
        row.getString("json"));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
