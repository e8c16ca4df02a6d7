package app.madang.functions.ingestion.parse;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.dogfoot.hwplib.object.bodytext.paragraph.Paragraph;
import kr.dogfoot.hwplib.object.docinfo.DocInfo;
import kr.dogfoot.hwplib.object.docinfo.ParaShape;
import kr.dogfoot.hwplib.object.docinfo.Style;
import kr.dogfoot.hwplib.object.docinfo.parashape.ParaHeadShape;

/** Which paragraphs of an HWP file are headings: by outline level, or by a style named so. */
final class HwpStyles {

  private static final Pattern NAMED = Pattern.compile("(?:개요|제목|outline|heading) ?(\\d{1,2})");

  private final List<ParaShape> shapes;
  private final List<Style> styles;

  HwpStyles(DocInfo info) {
    this.shapes = info.getParaShapeList();
    this.styles = info.getStyleList();
  }

  /** 1 is the outermost; 0 is body text. */
  int level(Paragraph paragraph) {
    int shape = paragraph.getHeader().getParaShapeId();
    if (shape >= 0 && shape < shapes.size()) {
      var properties = shapes.get(shape).getProperty1();
      if (properties.getParaHeadShape() == ParaHeadShape.Outline) {
        return properties.getParaLevel() + 1;
      }
    }
    int style = paragraph.getHeader().getStyleId();
    return style >= 0 && style < styles.size() ? named(styles.get(style).getHangulName()) : 0;
  }

  /** The level that a style's name says; 0 for other names. */
  static int named(String style) {
    Matcher named = NAMED.matcher(style.strip().toLowerCase(Locale.ROOT));
    return named.matches() ? Integer.parseInt(named.group(1)) : 0;
  }
}
