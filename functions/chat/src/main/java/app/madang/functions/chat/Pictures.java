package app.madang.functions.chat;

import app.madang.contracts.ProblemCode;
import app.madang.models.ModelMessage.Image;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Sealer;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pictures that people show beside a question, sealed at rest as what they say is. */
final class Pictures {

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Sealer sealer;

  Pictures(Transactions transactions, JdbcClient jdbc, Sealer sealer) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.sealer = sealer;
  }

  record AddImage(@NotNull UUID conversationId, @NotBlank @Size(max = 1_000_000) String data) {

    @Override
    public String toString() {
      return "AddImage[" + conversationId + "]";
    }
  }

  record ImageId(@NotNull UUID conversationId, @NotNull UUID imageId) {}

  record Whole(UUID id, String mediaType, int width, int height, String data) {

    @Override
    public String toString() {
      return "Whole[" + id + "]";
    }
  }

  /** Takes a picture for the next question; what was never asked with goes after a day. */
  Picture add(AddImage input) {
    byte[] bytes = decoded(input.data());
    PictureHeader header =
        PictureHeader.of(bytes)
            .orElseThrow(() -> new ProblemException(ProblemCode.UNSUPPORTED_MEDIA_TYPE));
    return transactions.call(
        () -> {
          jdbc.sql(
                  "DELETE FROM chat.images WHERE NOT used AND created_at < now() - interval '1 day'")
              .update();
          UUID id = jdbc.sql("SELECT uuidv7()").query(UUID.class).single();
          int added =
              jdbc.sql(
                      """
                      INSERT INTO chat.images (id, conversation_id, media_type, width, height, sealed)
                      SELECT ?, id, ?, ?, ?, ? FROM chat.conversations WHERE id = ?
                      """)
                  .params(
                      id,
                      header.mediaType(),
                      header.width(),
                      header.height(),
                      sealer.seal(bytes, context(id)),
                      input.conversationId())
                  .update();
          if (added == 0) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
          }
          return new Picture(id, header.mediaType(), header.width(), header.height());
        });
  }

  private static byte[] decoded(String data) {
    try {
      return Base64.getDecoder().decode(data);
    } catch (IllegalArgumentException e) {
      throw ProblemException.field("data", "base64");
    }
  }

  /** One with its bytes, to be shown again. */
  Whole get(ImageId input) {
    return transactions.read(
        () ->
            jdbc.sql("SELECT * FROM chat.images WHERE conversation_id = ? AND id = ?")
                .params(input.conversationId(), input.imageId())
                .query(
                    (row, n) -> {
                      Picture found = picture(row);
                      return new Whole(
                          found.id(),
                          found.mediaType(),
                          found.width(),
                          found.height(),
                          base64(row));
                    })
                .optional()
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND)));
  }

  /** Those of a question to be, in its order; inside its transaction. */
  @Nullable List<Picture> use(UUID conversation, @Nullable List<UUID> ids) {
    if (ids == null || ids.isEmpty()) {
      return null;
    }
    List<Picture> found =
        jdbc.sql(
                "UPDATE chat.images SET used = true WHERE conversation_id = ? AND id = ANY (?)"
                    + " RETURNING *")
            .params(conversation, ids.toArray(UUID[]::new))
            .query((row, n) -> picture(row))
            .list();
    return ids.stream()
        .distinct()
        .map(
            id ->
                found.stream()
                    .filter(picture -> picture.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND)))
        .toList();
  }

  /** As a model is shown them. */
  List<Image> of(Message question) {
    List<Picture> pictures = question.images();
    if (pictures == null) {
      return List.of();
    }
    UUID[] ids = pictures.stream().map(Picture::id).toArray(UUID[]::new);
    return transactions.read(
        () ->
            jdbc.sql("SELECT * FROM chat.images WHERE id = ANY (?) ORDER BY array_position(?, id)")
                .params(ids, ids)
                .query((row, n) -> new Image(row.getString("media_type"), base64(row)))
                .list());
  }

  private static Picture picture(ResultSet row) throws SQLException {
    return new Picture(
        row.getObject("id", UUID.class),
        row.getString("media_type"),
        row.getInt("width"),
        row.getInt("height"));
  }

  private String base64(ResultSet row) throws SQLException {
    String context = context(row.getObject("id", UUID.class));
    return Base64.getEncoder().encodeToString(sealer.open(row.getBytes("sealed"), context));
  }

  private static String context(UUID image) {
    return "chat.images/" + image;
  }
}
