package app.madang.functions.ingestion.parse;

import app.madang.functions.ingestion.parse.Block.Heading;
import app.madang.functions.ingestion.parse.Block.Paragraph;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/** A mail: who, when and what about; its words; then each attachment as the file that it is. */
final class MailFile implements FormatReader {

  private static final Pattern FIELD = Pattern.compile("([!-9;-~]+):.*");
  private static final Set<String> KNOWN =
      Set.of("from", "to", "subject", "date", "content-type", "cc", "reply-to", "return-path");

  /** Only mails have these. */
  private static final Set<String> CERTAIN =
      Set.of("mime-version", "message-id", "received", "delivered-to");

  private static final int LONGEST_LINE = 1 << 20;
  private static final int MOST_FIELDS = 5000;

  @Override
  public void read(Path file, DocumentSink sink) throws IOException {
    DefaultMessageBuilder builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(
        MimeConfig.custom()
            .setMaxLineLen(LONGEST_LINE)
            .setMaxHeaderLen(LONGEST_LINE)
            .setMaxHeaderCount(MOST_FIELDS)
            .build());
    builder.setBodyFactory(new MailBodies());
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      tell(builder.parseMessage(in), sink);
    }
  }

  /** Whether a text starts as mails do. */
  static boolean looksLikeMail(String sample) {
    int known = 0;
    int certain = 0;
    for (String line : (Iterable<String>) sample.lines()::iterator) {
      Matcher field = FIELD.matcher(line);
      if (line.isEmpty()) {
        break;
      } else if (field.matches()) {
        String name = field.group(1).toLowerCase(Locale.ROOT);
        known += KNOWN.contains(name) ? 1 : 0;
        certain += CERTAIN.contains(name) ? 1 : 0;
      } else if (line.charAt(0) != ' ' && line.charAt(0) != '\t') {
        return false;
      }
    }
    return known >= 4 || (certain > 0 && known + certain >= 3);
  }

  /** A mail, also one that hangs in a mail. */
  static void tell(Message message, DocumentSink sink) throws IOException {
    MailParts parts = new MailParts(message);
    sink.accept(new Heading(1, MailFields.text(message, "Subject").orElse(""), Place.NONE));
    List<String> lines = new ArrayList<>();
    for (String name : List.of("From", "To", "Cc", "Date")) {
      MailFields.text(message, name).ifPresent(text -> lines.add(name + ": " + text));
    }
    parts.attachments().forEach(part -> lines.add("- " + MailFields.fileName(part)));
    sink.accept(new Paragraph(String.join("\n", lines), Place.NONE));
    parts.tell(sink);
  }
}
