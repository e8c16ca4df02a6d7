package app.madang.functions.ingestion.parse;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrBase;

/**
 * Which paragraphs are headings: Word says it by outline level, or by a style that inherits one.
 */
final class WordStyles {

  private static final Pattern NAMED = Pattern.compile("(?:heading|제목) ?([1-9])");
  private static final int DEEPEST = 9;
  private static final int LONGEST_CHAIN = 12;

  private final @Nullable XWPFStyles styles;

  WordStyles(@Nullable XWPFStyles styles) {
    this.styles = styles;
  }

  /** 1 to 9; 0 for body text. */
  int headingLevel(XWPFParagraph paragraph) {
    int own = outline(paragraph.getCTP().getPPr());
    if (own >= 0) {
      return own;
    }
    XWPFStyle style = styles == null ? null : styles.getStyle(paragraph.getStyle());
    for (int i = 0; style != null && i < LONGEST_CHAIN; i++) {
      int level = level(style);
      if (level > 0) {
        return level;
      }
      style = styles == null ? null : styles.getStyle(style.getBasisStyleID());
    }
    return 0;
  }

  private static int level(XWPFStyle style) {
    int outline = outline(style.getCTStyle().getPPr());
    if (outline >= 0) {
      return outline;
    }
    String name = style.getName() == null ? "" : style.getName().toLowerCase(Locale.ROOT);
    Matcher named = NAMED.matcher(name);
    if (named.matches()) {
      return Integer.parseInt(named.group(1));
    }
    return name.equals("title") ? 1 : 0;
  }

  /** −1 when nothing is said; Word counts from 0, and 9 is body text. */
  private static int outline(@Nullable CTPPrBase properties) {
    if (properties == null || !properties.isSetOutlineLvl()) {
      return -1;
    }
    int level = properties.getOutlineLvl().getVal().intValue();
    return level >= DEEPEST ? 0 : level + 1;
  }
}
