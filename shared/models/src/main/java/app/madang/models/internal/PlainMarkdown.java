package app.madang.models.internal;

import java.util.regex.Pattern;

/**
 * Text of documents as Markdown that shows it and does nothing else: no links, images, tags,
 * citations.
 */
final class PlainMarkdown {

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]{}()#|~!$^=]");

  private PlainMarkdown() {}

  static String of(String text) {
    String line = SPACE.matcher(text).replaceAll(" ").strip();
    String tags = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return SPECIAL.matcher(tags).replaceAll("\\\\$0");
  }
}
