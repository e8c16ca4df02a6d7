package app.madang.functions.ingestion;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import kr.dogfoot.hwplib.object.HWPFile;
import kr.dogfoot.hwplib.object.bodytext.ParagraphListInterface;
import kr.dogfoot.hwplib.object.bodytext.control.ControlTable;
import kr.dogfoot.hwplib.object.bodytext.control.ControlType;
import kr.dogfoot.hwplib.object.bodytext.control.table.Cell;
import kr.dogfoot.hwplib.object.bodytext.control.table.Row;
import kr.dogfoot.hwplib.object.bodytext.paragraph.Paragraph;
import kr.dogfoot.hwplib.tool.blankfilemaker.BlankFileMaker;
import kr.dogfoot.hwplib.writer.HWPWriter;
import kr.dogfoot.hwpxlib.object.HWPXFile;
import kr.dogfoot.hwpxlib.object.content.section_xml.SectionXMLFile;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.Para;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.object.Table;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.object.table.Tc;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.object.table.Tr;
import kr.dogfoot.hwpxlib.writer.HWPXWriter;

/** Hangul documents, made by the writers of the libraries that read them. */
public final class HangulFiles {

  /** The third style of a blank document is the first outline level. */
  private static final int OUTLINE = 2;

  private HangulFiles() {}

  /** A cell: where it is, how far it reaches, what it says. */
  public record Box(int row, int column, int rows, int columns, String text) {}

  /** An HWP 5 file of a heading, paragraphs, and a table. */
  public static Path hwp(Path file, String heading, List<String> paragraphs, List<Box> table)
      throws Exception {
    HWPWriter.toFile(hwp(heading, paragraphs, table), file.toString());
    return file;
  }

  /** An HWP file with more flags in its header: 2 is a password, 4 is for distribution. */
  public static Path hwpFlagged(Path file, int flags) throws Exception {
    hwp(file, "제목", List.of("본문"), List.of());
    byte[] bytes = Files.readAllBytes(file);
    int header = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("HWP Document File");
    bytes[header + 36] |= (byte) flags;
    return Files.write(file, bytes);
  }

  private static HWPFile hwp(String heading, List<String> paragraphs, List<Box> table)
      throws Exception {
    HWPFile document = BlankFileMaker.make();
    var section = document.getBodyText().getSectionList().getFirst();
    Paragraph first = section.getParagraph(0);
    first.getHeader().setStyleId((short) OUTLINE);
    first
        .getHeader()
        .setParaShapeId(document.getDocInfo().getStyleList().get(OUTLINE).getParaShapeId());
    first.getText().addString(heading);
    for (String text : paragraphs) {
      add(section, text);
    }
    if (!table.isEmpty()) {
      Paragraph anchor = add(section, "");
      anchor.getText().addExtendCharForTable();
      fill((ControlTable) anchor.addNewControl(ControlType.Table), table);
    }
    return document;
  }

  private static Paragraph add(ParagraphListInterface list, String text) throws Exception {
    Paragraph paragraph = list.addNewParagraph();
    paragraph.getHeader().setLastInList(true);
    paragraph.getHeader().setCharShapeCount(1);
    paragraph.createText();
    paragraph.getText().addString(text);
    paragraph.createCharShape();
    paragraph.getCharShape().addParaCharShape(0, 0);
    return paragraph;
  }

  private static void fill(ControlTable table, List<Box> boxes) throws Exception {
    int height = boxes.stream().mapToInt(box -> box.row() + box.rows()).max().orElse(0);
    table.getTable().setRowCount(height);
    table
        .getTable()
        .setColumnCount(boxes.stream().mapToInt(b -> b.column() + b.columns()).max().orElse(0));
    for (int r = 0; r < height; r++) {
      int number = r;
      List<Box> cells = boxes.stream().filter(box -> box.row() == number).toList();
      table.getTable().getCellCountOfRowList().add(cells.size());
      Row row = table.addNewRow();
      for (Box box : cells) {
        Cell cell = row.addNewCell();
        cell.getListHeader().setParaCount(1);
        cell.getListHeader().setRowIndex(box.row());
        cell.getListHeader().setColIndex(box.column());
        cell.getListHeader().setRowSpan(box.rows());
        cell.getListHeader().setColSpan(box.columns());
        add(cell.getParagraphList(), box.text());
      }
    }
  }

  /** An HWPX file of a heading, paragraphs, and a table. */
  public static Path hwpx(Path file, String heading, List<String> paragraphs, List<Box> table)
      throws Exception {
    HWPXFile document = kr.dogfoot.hwpxlib.tool.blankfilemaker.BlankFileMaker.make();
    SectionXMLFile section = document.sectionXMLFileList().get(0);
    String outline = document.headerXMLFile().refList().styles().get(OUTLINE).paraPrIDRef();
    add(section.addNewPara(), heading, OUTLINE, outline);
    for (String text : paragraphs) {
      add(section.addNewPara(), text, 0, "0");
    }
    if (!table.isEmpty()) {
      Para anchor = section.addNewPara();
      anchor.paraPrIDRefAnd("0").styleIDRefAnd("0");
      fill(anchor.addNewRun().charPrIDRefAnd("0").addNewTable(), table);
    }
    HWPXWriter.toFilepath(document, file.toString());
    return file;
  }

  private static void add(Para paragraph, String text, int style, String shape) {
    paragraph.idAnd("0").paraPrIDRefAnd(shape).styleIDRefAnd(Integer.toString(style));
    paragraph.addNewRun().charPrIDRefAnd("0").addNewT().addText(text);
  }

  private static void fill(Table table, List<Box> boxes) {
    int height = boxes.stream().mapToInt(box -> box.row() + box.rows()).max().orElse(0);
    for (int r = 0; r < height; r++) {
      int number = r;
      Tr row = table.addNewTr();
      boxes.stream()
          .filter(box -> box.row() == number)
          .forEach(
              box -> {
                Tc cell = row.addNewTc();
                cell.createCellAddr();
                cell.cellAddr().rowAddrAnd((short) box.row()).colAddrAnd((short) box.column());
                cell.createCellSpan();
                cell.cellSpan().rowSpanAnd((short) box.rows()).colSpanAnd((short) box.columns());
                cell.createSubList();
                add(cell.subList().addNewPara(), box.text(), 0, "0");
              });
    }
  }

  /** An HWPML file of the same. */
  public static Path hwpml(Path file, String heading, List<String> paragraphs, List<Box> table)
      throws Exception {
    StringBuilder body = new StringBuilder(paragraph(heading, 1));
    paragraphs.forEach(text -> body.append(paragraph(text, 0)));
    if (!table.isEmpty()) {
      StringBuilder cells = new StringBuilder();
      int height = table.stream().mapToInt(box -> box.row() + box.rows()).max().orElse(0);
      IntStream.range(0, height)
          .forEach(
              r -> {
                cells.append("<ROW>");
                table.stream()
                    .filter(box -> box.row() == r)
                    .forEach(
                        box ->
                            cells.append(
                                "<CELL RowAddr=\"%d\" ColAddr=\"%d\" RowSpan=\"%d\" ColSpan=\"%d\"><PARALIST>%s</PARALIST></CELL>"
                                    .formatted(
                                        box.row(),
                                        box.column(),
                                        box.rows(),
                                        box.columns(),
                                        paragraph(box.text(), 0))));
                cells.append("</ROW>");
              });
      body.append(
          "<P ParaShape=\"0\" Style=\"0\"><TEXT><TABLE>" + cells + "</TABLE><CHAR/></TEXT></P>");
    }
    String xml =
        """
        <?xml version="1.0" encoding="UTF-8" standalone="no" ?>
        <HWPML Style="embed" SubVersion="8.0.0.0" Version="2.8">
        <HEAD SecCnt="1"><MAPPINGTABLE><PARASHAPELIST Count="2">
        <PARASHAPE Align="Justify" HeadingType="None" Id="0" Level="0"/>
        <PARASHAPE Align="Justify" HeadingType="Outline" Id="1" Level="0"/>
        </PARASHAPELIST><NUMBERINGLIST Count="1"><NUMBERING Id="1" Start="0">
        <PARAHEAD Level="1" NumFormat="Digit" Start="1">^1.</PARAHEAD></NUMBERING></NUMBERINGLIST></MAPPINGTABLE></HEAD>
        <BODY><SECTION Id="0">%s</SECTION></BODY><TAIL><SCRIPTCODE>no words</SCRIPTCODE></TAIL></HWPML>
        """
            .formatted(body);
    return Files.writeString(file, xml, StandardCharsets.UTF_8);
  }

  private static String paragraph(String text, int shape) {
    return "<P ParaShape=\"%d\" Style=\"0\"><TEXT CharShape=\"0\"><CHAR>%s</CHAR></TEXT></P>"
        .formatted(shape, text);
  }
}
