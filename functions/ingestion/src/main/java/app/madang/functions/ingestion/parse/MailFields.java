package app.madang.functions.ingestion.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.MimeUtil;
import org.jspecify.annotations.Nullable;

/** Fields of a mail's head as people read them. */
final class MailFields {

  /** Korean mail programs call the code page of Windows by the name of the standard inside it. */
  static final Charset KOREAN = Charset.forName("x-windows-949");

  private static final Map<Charset, Charset> MEANT = Map.of(Charset.forName("EUC-KR"), KOREAN);

  private MailFields() {}

  static Optional<String> text(Entity entity, String name) {
    Field field = entity.getHeader() == null ? null : entity.getHeader().getField(name);
    return Optional.ofNullable(field).map(Field::getBody).map(MailFields::decoded);
  }

  /** The name of an attachment; something to call it when it has none. */
  static String fileName(Entity part) {
    String name = part.getFilename();
    if (name == null) {
      name = parameter(part);
    }
    return name == null ? String.valueOf(part.getMimeType()) : decoded(name);
  }

  static boolean isNamed(Entity part) {
    return part.getFilename() != null || parameter(part) != null;
  }

  private static @Nullable String parameter(Entity part) {
    Field type = part.getHeader() == null ? null : part.getHeader().getField("Content-Type");
    return type instanceof ContentTypeField known ? known.getParameter("name") : null;
  }

  private static String decoded(String raw) {
    return DecoderUtil.decodeEncodedWords(
        MimeUtil.unfold(raw), DecodeMonitor.SILENT, StandardCharsets.UTF_8, MEANT);
  }
}
