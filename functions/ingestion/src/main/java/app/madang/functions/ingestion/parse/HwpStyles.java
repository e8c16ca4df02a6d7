package app.madang.functions.ingestion.parse;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.dogfoot.hwplib.object.bodytext.paragraph.Paragraph;
import kr.dogfoot.hwplib.object.docinfo.DocInfo;
import kr.dogfoot.hwplib.object.docinfo.ParaShape;
import kr.dogfoot.hwplib.object.docinfo.Style;
import kr.dogfoot.hwplib.object.docinfo.numbering.LevelNumbering;
import kr.dogfoot.hwplib.object.docinfo.numbering.ParagraphNumberFormat;
import kr.dogfoot.hwplib.object.docinfo.parashape.ParaHeadShape;

/**
 * Which paragraphs of an HWP file are headings, by outline level or by a style named so, and which
 * are counted.
 */
final class HwpStyles {

  private static final Pattern NAMED = Pattern.compile("(?:개요|제목|outline|heading) ?(\\d{1,2})");

  private final List<ParaShape> shapes;
  private final List<Style> styles;
  private final HangulNumbers numbers = new HangulNumbers();

  HwpStyles(DocInfo info) {
    this.shapes = info.getParaShapeList();
    this.styles = info.getStyleList();
    for (int i = 0; i < info.getNumberingList().size(); i++) {
      List<LevelNumbering> levels = info.getNumberingList().get(i).getLevelNumberingList();
      for (int level = 0; level < levels.size(); level++) {
        numbers.define(Integer.toString(i + 1), level, level(levels.get(level)));
      }
    }
  }

  private static HangulNumbers.Level level(LevelNumbering level) {
    String format = level.getNumberFormat().toUTF16LEString();
    return new HangulNumbers.Level(
        format == null ? "" : format,
        style(level.getParagraphHeadInfo().getProperty().getParagraphNumberFormat()),
        (int) level.getStartNumber());
  }

  private static HangulNumberStyle style(ParagraphNumberFormat format) {
    return switch (format) {
      case Number -> HangulNumberStyle.DIGIT;
      case CircledNumber -> HangulNumberStyle.CIRCLED_DIGIT;
      case UppercaseRomanNumber -> HangulNumberStyle.ROMAN_CAPITAL;
      case LowercaseRomanNumber -> HangulNumberStyle.ROMAN_SMALL;
      case UppercaseAlphabet -> HangulNumberStyle.LATIN_CAPITAL;
      case LowercaseAlphabet -> HangulNumberStyle.LATIN_SMALL;
      case CircledUppercaseAlphabet -> HangulNumberStyle.CIRCLED_LATIN_CAPITAL;
      case CircledLowercaseAlphabet -> HangulNumberStyle.CIRCLED_LATIN_SMALL;
      case Hangul -> HangulNumberStyle.HANGUL_SYLLABLE;
      case CircledHangul -> HangulNumberStyle.CIRCLED_HANGUL_SYLLABLE;
      case HangulJamo -> HangulNumberStyle.HANGUL_JAMO;
      case CircledHangulJamo -> HangulNumberStyle.CIRCLED_HANGUL_JAMO;
      case HangulNumber -> HangulNumberStyle.HANGUL_PHONETIC;
      case HanjaNumber -> HangulNumberStyle.IDEOGRAPH;
      case CircledHanjaNumber -> HangulNumberStyle.CIRCLED_IDEOGRAPH;
      case SibGanHangul -> HangulNumberStyle.DECAGON_CIRCLE;
      case SibGanHanja -> HangulNumberStyle.DECAGON_CIRCLE_HANJA;
    };
  }

  /** A section starts: its outlines have a numbering of their own, counted from 1. */
  void section(int numbering) {
    if (numbering > 0) {
      numbers.outline(Integer.toString(numbering));
    }
  }

  /** What is counted before the next paragraph. */
  String number(Paragraph paragraph) {
    int shape = paragraph.getHeader().getParaShapeId();
    if (shape < 0 || shape >= shapes.size()) {
      return "";
    }
    var properties = shapes.get(shape).getProperty1();
    int level = properties.getParaLevel();
    return switch (properties.getParaHeadShape()) {
      case Outline -> numbers.nextOfOutline(level);
      case Numbering -> numbers.next(Integer.toString(shapes.get(shape).getParaHeadId()), level);
      case Bullet -> "-";
      default -> "";
    };
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
