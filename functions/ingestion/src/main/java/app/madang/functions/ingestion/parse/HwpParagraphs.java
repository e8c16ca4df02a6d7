package app.madang.functions.ingestion.parse;

import app.madang.functions.ingestion.parse.HangulItem.Cell;
import app.madang.functions.ingestion.parse.HangulItem.Table;
import app.madang.functions.ingestion.parse.HangulItem.Text;
import app.madang.knowledge.FailureCode;
import java.util.ArrayList;
import java.util.List;
import kr.dogfoot.hwplib.object.bodytext.ParagraphListInterface;
import kr.dogfoot.hwplib.object.bodytext.control.Control;
import kr.dogfoot.hwplib.object.bodytext.control.ControlAdditionalText;
import kr.dogfoot.hwplib.object.bodytext.control.ControlAutoNumber;
import kr.dogfoot.hwplib.object.bodytext.control.ControlEndnote;
import kr.dogfoot.hwplib.object.bodytext.control.ControlEquation;
import kr.dogfoot.hwplib.object.bodytext.control.ControlFootnote;
import kr.dogfoot.hwplib.object.bodytext.control.ControlOverlappingLetter;
import kr.dogfoot.hwplib.object.bodytext.control.ControlSectionDefine;
import kr.dogfoot.hwplib.object.bodytext.control.ControlTable;
import kr.dogfoot.hwplib.object.bodytext.control.gso.GsoControl;
import kr.dogfoot.hwplib.object.bodytext.control.gso.caption.Caption;
import kr.dogfoot.hwplib.object.bodytext.control.table.ListHeaderForCell;
import kr.dogfoot.hwplib.object.bodytext.control.table.Row;
import kr.dogfoot.hwplib.object.bodytext.paragraph.Paragraph;
import kr.dogfoot.hwplib.object.bodytext.paragraph.text.HWPChar;
import kr.dogfoot.hwplib.object.bodytext.paragraph.text.HWPCharType;
import kr.dogfoot.hwplib.object.etc.HWPString;
import org.jspecify.annotations.Nullable;

/**
 * Paragraphs of an HWP file: their words, then what hangs at them. Headers, footers and hidden
 * comments are not for the reader of the text.
 */
final class HwpParagraphs {

  private static final int DEEPEST = 100;

  private final HwpStyles styles;
  private int depth;

  HwpParagraphs(HwpStyles styles) {
    this.styles = styles;
  }

  /** The paragraph's text, then its tables, boxes and notes. */
  List<HangulItem> items(Paragraph paragraph) {
    String number = styles.number(paragraph);
    StringBuilder words = new StringBuilder();
    List<HangulItem> hanging = new ArrayList<>();
    List<Control> controls =
        paragraph.getControlList() == null ? List.of() : paragraph.getControlList();
    int next = 0;
    if (paragraph.getText() != null) {
      for (HWPChar character : paragraph.getText().getCharList()) {
        if (character.getType() == HWPCharType.ControlExtend) {
          if (next < controls.size()) {
            control(controls.get(next++), words, hanging);
          }
        } else {
          words.append(plain(character));
        }
      }
    }
    controls.subList(next, controls.size()).forEach(left -> control(left, words, hanging));
    List<HangulItem> items = new ArrayList<>();
    if (!words.toString().isBlank()) {
      items.add(new Text(styles.level(paragraph), (number + " " + words).stripLeading()));
    }
    items.addAll(hanging);
    return items;
  }

  private static String plain(HWPChar character) {
    return switch (character.getType()) {
      case Normal -> String.valueOf((char) character.getCode());
      case ControlInline -> character.getCode() == 9 ? "\t" : "";
      default ->
          switch (character.getCode()) {
            case 10 -> "\n";
            case 24 -> "-";
            case 30, 31 -> " ";
            default -> "";
          };
    };
  }

  private void control(Control control, StringBuilder words, List<HangulItem> hanging) {
    switch (control) {
      case ControlSectionDefine section ->
          styles.section(section.getHeader().getNumberParaShapeId());
      case ControlTable table -> {
        hanging.addAll(caption(table.getCaption()));
        hanging.add(table(table));
      }
      case GsoControl shape -> {
        HwpShapes.texts(shape).forEach(text -> hanging.addAll(all(text)));
        HwpShapes.lettering(shape).ifPresent(text -> hanging.add(new Text(0, text)));
        hanging.addAll(caption(shape.getCaption()));
      }
      case ControlFootnote note -> hanging.addAll(all(note.getParagraphList()));
      case ControlEndnote note -> hanging.addAll(all(note.getParagraphList()));
      case ControlEquation equation -> words.append(string(equation.getEQEdit().getScript()));
      case ControlAutoNumber number -> words.append(number.getHeader().getNumber());
      case ControlAdditionalText ruby ->
          words
              .append(string(ruby.getHeader().getMainText()))
              .append('(')
              .append(string(ruby.getHeader().getSubText()))
              .append(')');
      case ControlOverlappingLetter letters ->
          letters
              .getHeader()
              .getOverlappingLetterList()
              .forEach(letter -> words.append(string(letter)));
      default -> {}
    }
  }

  private Table table(ControlTable table) {
    List<Cell> cells = new ArrayList<>();
    for (Row row : table.getRowList()) {
      row.getCellList()
          .forEach(
              cell -> {
                ListHeaderForCell at = cell.getListHeader();
                cells.add(
                    new Cell(
                        at.getRowIndex(),
                        at.getColIndex(),
                        at.getRowSpan(),
                        at.getColSpan(),
                        all(cell.getParagraphList())));
              });
    }
    return new Table(cells);
  }

  private List<HangulItem> caption(@Nullable Caption caption) {
    return caption == null ? List.of() : all(caption.getParagraphList());
  }

  private List<HangulItem> all(@Nullable ParagraphListInterface paragraphs) {
    if (paragraphs == null) {
      return List.of();
    }
    if (++depth > DEEPEST) {
      throw new UnreadableException(FailureCode.TOO_COMPLEX, "nested without end");
    }
    List<HangulItem> items = new ArrayList<>();
    paragraphs.forEach(paragraph -> items.addAll(items(paragraph)));
    depth--;
    return items;
  }

  private static String string(@Nullable HWPString string) {
    String text = string == null ? null : string.toUTF16LEString();
    return text == null ? "" : text;
  }
}
