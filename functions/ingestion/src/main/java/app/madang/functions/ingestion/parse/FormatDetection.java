package app.madang.functions.ingestion.parse;

import app.madang.knowledge.FailureCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells a file's format by its first bytes and its structure. */
final class FormatDetection {

  private static final int HEAD = 4096;
  private static final Pattern PDF = Pattern.compile("(?:^|[\\r\\n])%PDF-\\d\\.\\d");
  private static final Pattern HTML =
      Pattern.compile(
          "^\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*<(?:!doctype html|html|head|body)\\b.*",
          Pattern.DOTALL);
  private static final Pattern HTML_PIECE =
      Pattern.compile(
          "^\\s*<(?:div|p|h[1-6]|table|ul|ol|article|section|main|meta|title)\\b[^>]*>.*",
          Pattern.DOTALL);

  /** PNG, JPEG, and TIFF of either order of bytes. */
  private static final List<String> PICTURES =
      List.of("\u0089PNG\r\n\u001a\n", "\u00FF\u00D8\u00FF", "II*\u0000", "MM\u0000*");

  private final Path file;

  FormatDetection(Path file) {
    this.file = file;
  }

  /**
   * The format.
   *
   * @throws UnreadableException for one that is not read, locked or damaged
   */
  Format format() throws IOException {
    byte[] head = head();
    String ascii = new String(head, StandardCharsets.ISO_8859_1);
    if (PDF.matcher(ascii.substring(0, Math.min(1024, ascii.length()))).find()) {
      return Format.PDF;
    }
    if (PICTURES.stream().anyMatch(ascii::startsWith)) {
      return Format.PICTURE;
    }
    if (ascii.startsWith("PK\u0003\u0004") || ascii.startsWith("PK\u0005\u0006")) {
      return ZipContainer.format(file);
    }
    if (ascii.startsWith("\u00D0\u00CF\u0011\u00E0")) {
      return OleContainer.format(file);
    }
    if (ascii.startsWith("HWP Document File V")) {
      throw new UnreadableException(FailureCode.UNSUPPORTED, "HWP 3 or older");
    }
    if (ascii.startsWith("{\\rtf") || ascii.startsWith("%!PS")) {
      throw new UnreadableException(FailureCode.UNSUPPORTED, "a print or exchange format");
    }
    return text();
  }

  private Format text() throws IOException {
    String sample = CsvFile.sample(file);
    if (sample.isEmpty() || sample.isBlank()) {
      throw new UnreadableException(FailureCode.EMPTY, "blanks only");
    }
    requireText(sample);
    String start = sample.substring(0, Math.min(HEAD, sample.length())).toLowerCase(Locale.ROOT);
    if (start.startsWith("<?xml") && HwpmlFile.ROOT.matcher(start).find()) {
      return Format.HWPML;
    }
    if (MailFile.looksLikeMail(sample)) {
      return Format.MAIL;
    }
    if (HTML.matcher(start).matches() || HTML_PIECE.matcher(start).matches()) {
      return Format.HTML;
    }
    if (looksMarkdown(sample)) {
      return Format.MARKDOWN;
    }
    return CsvFile.looksDelimited(sample) ? Format.CSV : Format.TEXT;
  }

  /** A few stray controls are a dirty text; many, or bytes of no encoding, are no text. */
  private static void requireText(String sample) {
    long strange =
        sample
            .chars()
            .filter(c -> c == 0xFFFD || (c < 0x20 && "\t\n\r\f\u001b".indexOf(c) < 0) || c == 0x7F)
            .count();
    if (strange * 50 > sample.length()) {
      throw new UnreadableException(FailureCode.UNSUPPORTED, "neither a known format nor text");
    }
  }

  private static boolean looksMarkdown(String sample) {
    return sample
        .lines()
        .limit(2000)
        .anyMatch(
            line ->
                line.length() < 1000
                    && (MarkdownFile.HEADING.matcher(line).matches()
                        || MarkdownFile.TABLE_RULE.matcher(line).matches()
                        || MarkdownFile.FENCE.matcher(line).matches()));
  }

  private byte[] head() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    }
  }
}
