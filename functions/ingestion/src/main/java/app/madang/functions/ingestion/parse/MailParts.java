package app.madang.functions.ingestion.parse;

import app.madang.knowledge.FailureCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.jsoup.Jsoup;

/** The parts of a mail: the words that people see, then the files and mails that hang on it. */
final class MailParts {

  private final List<Entity> words = new ArrayList<>();
  private final List<Entity> attachments = new ArrayList<>();

  MailParts(Entity mail) {
    sort(mail);
  }

  List<Entity> attachments() {
    return attachments;
  }

  private void sort(Entity part) {
    if (part.getBody() instanceof Multipart parts) {
      if (parts.getSubType().equalsIgnoreCase("alternative")) {
        sort(best(parts));
      } else {
        parts.getBodyParts().forEach(this::sort);
      }
    } else if (isWords(part)) {
      words.add(part);
    } else if (!isFurniture(part)) {
      attachments.add(part);
    }
  }

  /** The richest of the same words comes last. */
  private static Entity best(Multipart parts) {
    List<Entity> all = parts.getBodyParts();
    return all.reversed().stream()
        .filter(part -> part.getBody() instanceof Multipart || isWords(part))
        .findFirst()
        .orElseGet(all::getLast);
  }

  private static boolean isWords(Entity part) {
    String type = part.getMimeType();
    return part.getBody() instanceof TextBody
        && ("text/plain".equals(type) || "text/html".equals(type))
        && !isAttached(part);
  }

  private static boolean isAttached(Entity part) {
    return "attachment".equalsIgnoreCase(part.getDispositionType());
  }

  /** Pictures in the words, signatures, invitations: nobody would call them attachments. */
  private static boolean isFurniture(Entity part) {
    String type = String.valueOf(part.getMimeType());
    boolean shown = type.startsWith("image/") || type.startsWith("text/");
    return !(part.getBody() instanceof Message)
        && !isAttached(part)
        && (shown || type.contains("signature") || !MailFields.isNamed(part));
  }

  void tell(DocumentSink sink) throws IOException {
    for (Entity part : words) {
      TextBody body = (TextBody) part.getBody();
      if ("text/html".equals(part.getMimeType())) {
        String page = read(body);
        // iterative: nesting costs no stack
        Jsoup.parse(page).traverse(new HtmlBlocks("", new DeeperHeadings(sink)));
      } else {
        TextFile.read(body.getReader(), sink);
      }
    }
    for (Entity part : attachments) {
      attachment(part, sink);
    }
  }

  private static String read(TextBody body) throws IOException {
    StringBuilder page = new StringBuilder();
    char[] buffer = new char[8 * 1024];
    try (var reader = body.getReader()) {
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        page.append(buffer, 0, n);
      }
    }
    return page.toString();
  }

  private static void attachment(Entity part, DocumentSink sink) throws IOException {
    if (part.getBody() instanceof Message message) {
      MailFile.tell(message, sink);
    } else if (String.valueOf(part.getMimeType()).contains("pkcs7-mime")) {
      sink.omitted(MailFields.fileName(part), FailureCode.ENCRYPTED);
    } else if (part.getBody() instanceof SingleBody body) {
      try (InputStream in = body.getInputStream()) {
        sink.enclosed(MailFields.fileName(part), in);
      }
    }
  }
}
